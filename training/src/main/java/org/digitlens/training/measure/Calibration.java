package org.digitlens.training.measure;

import java.util.stream.IntStream;

/**
 * What makes confidences honest, chosen on validation data.
 *
 * @param temperature divides the logits: the one with the smallest cross entropy
 * @param threshold confidence below which a picture is refused
 */
public record Calibration(double temperature, double threshold) {
    /** Where nothing held out is wrong, the cross entropy would have none at all. */
    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 20;

    /**
     * Chooses both.
     *
     * @param kept share of the pictures that the threshold must keep, 0..1; it is the largest that does
     */
    public static Calibration chosenOn(Scores scores, double kept) {
        double temperature = round(bestTemperature(scores));
        double[] confidences = IntStream.range(0, scores.size())
                .mapToDouble(i -> scores.confidence(i, temperature)).sorted().toArray();
        int refused = (int) Math.floor(scores.size() * (1 - kept) + 1e-9);
        return new Calibration(temperature, Math.floor(confidences[refused] * 1e4) / 1e4);
    }

    /** Golden section search on the logarithm, where the cross entropy has one minimum. */
    private static double bestTemperature(Scores scores) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(SMALLEST);
        double high = Math.log(LARGEST);
        while (high - low > 1e-4) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (scores.crossEntropy(Math.exp(left)) < scores.crossEntropy(Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /** Confidence against accuracy. */
    public Reliability reliability(Scores scores) {
        return Reliability.of(scores, temperature);
    }

    /** Expected calibration error over 15 equal bins, 0..1. */
    public double error(Scores scores) {
        return reliability(scores).error();
    }

    /** Share of pictures whose confidence reaches the threshold, 0..1. */
    public double kept(Scores scores) {
        return (double) IntStream.range(0, scores.size())
                .filter(i -> scores.confidence(i, temperature) >= threshold).count() / scores.size();
    }
}
