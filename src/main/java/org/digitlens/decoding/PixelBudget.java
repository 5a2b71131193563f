package org.digitlens.decoding;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds the pixels that are read at one moment, and how many pictures wait for their turn. Safe for use by many threads. */
final class PixelBudget {

    private static final int PIXELS_PER_PERMIT = 10_000;
    private static final int PATIENCE_SECONDS = 5;
    private static final int SMALL = 500_000;

    private final int permits;
    private final Semaphore free;
    private final int maxWaiting;
    private final AtomicInteger waiting = new AtomicInteger();

    PixelBudget(PictureLimits limits) {
        permits = (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.max(limits.maxPixels(), limits.pixelsAtOnce()) / PIXELS_PER_PERMIT));
        free = new Semaphore(permits, true);
        maxWaiting = limits.maxWaiting();
    }

    /** Does what needs room for so many pixels when there is some. */
    <T> T within(long pixels, Work<T> work) throws IOException {
        if (pixels <= SMALL) { // what a canvas sends never waits for somebody's photos
            return work.run();
        }
        int needed = (int) Math.min(permits, 1 + pixels / PIXELS_PER_PERMIT);
        acquire(needed);
        try {
            return work.run();
        } finally {
            free.release(needed);
        }
    }

    private void acquire(int needed) {
        try {
            if (free.tryAcquire(needed, 0, TimeUnit.SECONDS)) {
                return;
            }
            boolean got = waiting.incrementAndGet() <= maxWaiting;
            try {
                got = got && free.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS);
            } finally {
                waiting.decrementAndGet();
            }
            if (!got) {
                throw new PictureException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException.Busy();
        }
    }
}
