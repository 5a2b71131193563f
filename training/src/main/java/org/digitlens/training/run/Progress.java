package org.digitlens.training.run;

import java.time.Duration;

/** Told how a run gets on. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = new Progress() {};

    /**
     * After each step.
     *
     * @param epoch from 1
     * @param done share of the epoch, 0..1
     * @param loss mean of the epoch so far
     * @param left time until the end of the whole run, as far as one can tell
     */
    default void step(int epoch, int epochs, double done, double loss, Duration left) {}

    /** After each epoch. */
    default void epoch(EpochResult result, int epochs) {}
}
