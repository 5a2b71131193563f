package org.digitlens.decoding;

/** The moment at which reading a picture is given up. Used by one thread. */
public final class Deadline {

    private static final int MASK = 255;

    private final int seconds;
    private final long end;
    private int steps;

    private Deadline(int seconds) {
        this.seconds = seconds;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /** So many seconds from now. */
    public static Deadline in(int seconds) {
        return new Deadline(seconds);
    }

    /** @throws PictureException.TooSlow when it is over */
    public void check() {
        if (isOver()) {
            throw new PictureException.TooSlow(seconds);
        }
    }

    /** The same, for steps so small that looking at the clock each time would be the larger part of the work. */
    public void step() {
        if ((++steps & MASK) == 0) {
            check();
        }
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
