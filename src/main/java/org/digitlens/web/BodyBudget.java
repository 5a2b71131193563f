package org.digitlens.web;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.core.Response;

/**
 * Bounds the bytes of all bodies that are in memory at one moment, as text and pictures made of them take several times as
 * much. Safe for use by many threads.
 */
final class BodyBudget {

    private static final int BYTES_PER_PERMIT = 1000;

    private final int permits;
    private final long patienceMillis;
    private final Semaphore budget;

    /** @param patienceMillis how long a body waits for its turn */
    BodyBudget(long bytesAtOnce, long patienceMillis) {
        this.permits = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytesAtOnce / BYTES_PER_PERMIT));
        this.patienceMillis = patienceMillis;
        this.budget = new Semaphore(permits, true);
    }

    /**
     * Waits until there is room for a body.
     *
     * @return what to {@linkplain #release give back}
     * @throws ProblemException with status 503 when that takes too long
     */
    int take(long bytes) {
        int needed = (int) Math.min(permits, 1 + bytes / BYTES_PER_PERMIT);
        try {
            if (budget.tryAcquire(needed, patienceMillis, TimeUnit.MILLISECONDS)) {
                return needed;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.of(Response.Status.SERVICE_UNAVAILABLE,
            "Too many large bodies are being read at this moment; try again in a few seconds."));
    }

    void release(int taken) {
        budget.release(taken);
    }
}
