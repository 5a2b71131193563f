package org.digitlens.training.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a threshold on a score costs and gains: the score of pictures that should be kept, and of pictures of other things
 * that should be refused.
 *
 * @param known scores of the pictures that should be kept, ascending
 * @param others scores of the other things, ascending
 */
public record Refusal(double[] known, double[] others) {
    /** Where the trade is of interest: from 90 % in steps of half a per cent, from 98 % in tenths. */
    private static final double[] SHARES = IntStream.concat(
            IntStream.range(0, 16).map(i -> 900 + 5 * i), IntStream.rangeClosed(980, 1000)).mapToDouble(i -> i / 1e3)
            .toArray();

    /** The largest threshold that keeps such a share of the known refuses such a share of the others; both 0..1. */
    public record Point(double kept, double refused) {}

    /** How sure a model is of a picture; the larger, the surer. */
    @FunctionalInterface
    public interface Score {
        double of(Scores scores, int picture);
    }

    public Refusal {
        if (known.length == 0 || others.length == 0) {
            throw new IllegalArgumentException("needs pictures of both kinds, found " + known.length + " to keep and "
                    + others.length + " to refuse");
        }
    }

    /** Scores both kinds of pictures. */
    public static Refusal of(Score score, Scores known, Scores others) {
        return new Refusal(sorted(score, known), sorted(score, others));
    }

    private static double[] sorted(Score score, Scores scores) {
        return IntStream.range(0, scores.size()).mapToDouble(i -> score.of(scores, i)).sorted().toArray();
    }

    /** Share of the others below a threshold, 0..1. */
    public double refusedBy(double threshold) {
        return below(others, threshold);
    }

    /** Share of the known at or above a threshold, 0..1. */
    public double keptBy(double threshold) {
        return 1 - below(known, threshold);
    }

    /** Share of the others that the largest threshold refuses which keeps such a share of the known, 0..1. */
    public double refusedKeeping(double share) {
        int given = (int) Math.floor(known.length * (1 - share) + 1e-9);
        return refusedBy(known[Math.min(given, known.length - 1)]);
    }

    /** The trade, from keeping 90 % to keeping all. */
    public List<Point> curve() {
        return Arrays.stream(SHARES)
                .mapToObj(share -> new Point(share, Math.round(refusedKeeping(share) * 1e4) / 1e4)).toList();
    }

    private static double below(double[] ascending, double threshold) {
        int count = 0;
        while (count < ascending.length && ascending[count] < threshold) {
            count++;
        }
        return (double) count / ascending.length;
    }
}
