package org.digitlens.recognition;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;
import org.digitlens.imaging.Picture;

/**
 * Bounds how many pages are read at one moment, as telling apart signs that touch takes memory and time, and how long each may
 * take. Drawings have turns of their own, so that they never wait for somebody's photos. Safe for use by many threads.
 */
final class Turns {

    private static final int SMALL_PIXELS = 500_000;
    private static final int SMALL_TO_LARGE = 4;
    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore large;
    private final Semaphore small;
    private final int maxWaiting;
    private final int maxSeconds;

    /**
     * @param atOnce     large pages that are read at one moment
     * @param maxWaiting most pages that wait for their turn
     * @param maxSeconds longest time that reading one page may take
     */
    Turns(int atOnce, int maxWaiting, int maxSeconds) {
        large = new Semaphore(atOnce, true);
        small = new Semaphore(SMALL_TO_LARGE * atOnce, true);
        this.maxWaiting = maxWaiting;
        this.maxSeconds = maxSeconds;
    }

    /**
     * Does what a page is to be read by, when it is its turn.
     *
     * @throws PictureException.Busy when too many wait, or it takes too long until then
     */
    <T> T read(Picture page, Function<Deadline, T> work) {
        Semaphore turns = page.rgb().length <= SMALL_PIXELS ? small : large;
        await(turns);
        try {
            return work.apply(Deadline.in(maxSeconds));
        } finally {
            turns.release();
        }
    }

    private void await(Semaphore turns) {
        try {
            if (!turns.tryAcquire(0, TimeUnit.SECONDS)
                && (turns.getQueueLength() >= maxWaiting || !turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS))) {
                throw new PictureException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException.Busy();
        }
    }
}
