package org.digitlens.training.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * Confidence against accuracy, in bins of equal width (Guo et al., 2017).
 *
 * @param bins from 0 to 1
 */
public record Reliability(List<Bin> bins) {
    private static final int BINS = 15;

    /**
     * Pictures whose confidence lies in {@code [from, to)}; the last bin holds 1 as well.
     *
     * @param confidence their mean confidence; null when there are none
     * @param accuracy share of them read right; null when there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bin(double from, double to, int count, Double confidence, Double accuracy) {

        private double gap() {
            return count == 0 ? 0 : count * Math.abs(confidence - accuracy);
        }

        private Bin rounded() {
            return new Bin(round(from), round(to), count, count == 0 ? null : round(confidence),
                    count == 0 ? null : round(accuracy));
        }

        private static double round(double share) {
            return Math.round(share * 1e4) / 1e4;
        }
    }

    /** Sorts the pictures into 15 bins. */
    static Reliability of(Scores scores, double temperature) {
        int[] counts = new int[BINS];
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (int i = 0; i < scores.size(); i++) {
            double c = scores.confidence(i, temperature);
            int bin = Math.min(BINS - 1, (int) (c * BINS));
            counts[bin]++;
            confidence[bin] += c;
            right[bin] += scores.right(i) ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            bins.add(new Bin((double) b / BINS, (b + 1.0) / BINS, counts[b],
                    counts[b] == 0 ? null : confidence[b] / counts[b], counts[b] == 0 ? null : right[b] / counts[b]));
        }
        return new Reliability(bins);
    }

    /** Expected calibration error, 0..1: mean distance of confidence and accuracy, bins weighted by their pictures. */
    double error() {
        return bins.stream().mapToDouble(Bin::gap).sum() / bins.stream().mapToInt(Bin::count).sum();
    }

    /** The same with four decimals, for a file. */
    public Reliability rounded() {
        return new Reliability(bins.stream().map(Bin::rounded).toList());
    }
}
