package org.digitlens.training.run;

import java.util.SplittableRandom;

/** Seeds for parts of a run out of the run's one seed, so that each part is the same whatever ran before it. */
final class Seeds {
    private Seeds() {}

    static long of(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed = new SplittableRandom(mixed * 0x9E3779B97F4A7C15L + part).nextLong();
        }
        return mixed;
    }
}
