package org.digitlens.training.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.digitlens.training.measure.Refusal.Point;
import org.digitlens.training.measure.Reliability.Bin;
import org.digitlens.training.run.EpochResult;

/**
 * {@code report.json}: what a model's charts are drawn from. Any part may be absent: {@code learning} is written by an
 * export, the others once a test set was read.
 *
 * @param learning one entry an epoch
 * @param confusion what was read as what
 * @param reliability confidence against accuracy
 * @param refusal what a threshold costs and what it gains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(List<Epoch> learning, Confusion confusion, Reliability reliability, Refusal refusal) {

    /**
     * An epoch of training.
     *
     * @param epoch from 1
     * @param loss mean of the training pictures, nats
     * @param errors wrong among the held out pictures; absent when nothing was held out
     * @param images number of held out pictures; absent likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Epoch(int epoch, double loss, Integer errors, Integer images) {

        private static Epoch of(EpochResult result) {
            boolean heldOut = result.validation() > 0;
            return new Epoch(result.epoch(), Math.round(result.loss() * 1e5) / 1e5, heldOut ? result.errors() : null,
                    heldOut ? result.validation() : null);
        }
    }

    /** {@code counts[actual][predicted]} of a set. */
    public record Confusion(String set, int[][] counts) {}

    /** Confidence against accuracy on a set. */
    public record Reliability(String set, List<Bin> bins) {}

    /**
     * Pictures of other things, refused by the thresholds that keep given shares of a test set.
     *
     * @param set what the other things are
     * @param pictures how many of them
     * @param digits the set whose pictures should be kept
     */
    public record Refusal(String set, int pictures, String digits, List<Point> curve) {}

    /** A report with nothing but the course of training. */
    static Report learned(List<EpochResult> history) {
        return new Report(history.isEmpty() ? null : history.stream().map(Epoch::of).toList(), null, null, null);
    }

    /** The same with other figures of a test set. */
    public Report with(Confusion newConfusion, Reliability newReliability) {
        return new Report(learning, newConfusion, newReliability, refusal);
    }

    /** The same with another refusal. */
    public Report with(Refusal newRefusal) {
        return new Report(learning, confusion, reliability, newRefusal);
    }
}
