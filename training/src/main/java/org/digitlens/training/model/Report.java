package org.digitlens.training.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    /** Bins of equal width from 0 to 1. */
    public record Reliability(String set, List<Bin> bins) {}

    /**
     * Pictures whose confidence lies in {@code [from, to)}; the last bin holds 1 as well.
     *
     * @param confidence their mean confidence; absent when there are none
     * @param accuracy share of them read right; absent likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bin(double from, double to, int count, Double confidence, Double accuracy) {}

    /**
     * Pictures of other things, refused by the thresholds that keep given shares of a test set.
     *
     * @param set what the other things are
     * @param pictures how many of them
     * @param digits the set whose pictures should be kept
     */
    public record Refusal(String set, int pictures, String digits, List<Point> curve) {}

    /** The largest threshold that keeps so much refuses so much; both 0..1. */
    public record Point(double kept, double refused) {}

    /** A report with nothing but the course of training. */
    static Report learned(List<EpochResult> history) {
        return new Report(history.stream().map(Epoch::of).toList(), null, null, null);
    }
}
