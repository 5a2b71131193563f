package org.digitlens.training.measure;

import java.util.List;

/**
 * A model's figures on one set.
 *
 * @param accuracy share read right, 0..1, to four decimals
 * @param interval95 Wilson's interval of it
 * @param correctedAccuracy the same without pictures whose label is disputed; null where none are known
 * @param calibrationError expected calibration error, 0..1
 * @param kept share whose confidence reaches the threshold, 0..1
 */
public record Evaluation(double accuracy, double[] interval95, int errors, int images, Double correctedAccuracy,
        double calibrationError, double kept) {

    /** Measures; the disputed pictures are indices into the set. */
    public static Evaluation of(Scores scores, Calibration calibration, List<Integer> disputed) {
        double[] interval = Wilson.interval(scores.size() - scores.errors(), scores.size());
        return new Evaluation(round(scores.accuracy()), new double[] {round(interval[0]), round(interval[1])},
                scores.errors(), scores.size(), disputed.isEmpty() ? null : round(scores.without(disputed).accuracy()),
                round(calibration.error(scores)), round(calibration.kept(scores)));
    }

    /**
     * Measures a set of which some pictures came out blank: those count as read wrong, and as refused.
     *
     * @param blank number of blank pictures, beside those with scores
     */
    public static Evaluation of(Scores scores, Calibration calibration, int blank) {
        int images = scores.size() + blank;
        int errors = scores.errors() + blank;
        double[] interval = Wilson.interval(images - errors, images);
        return new Evaluation(round(1 - (double) errors / images), new double[] {round(interval[0]), round(interval[1])},
                errors, images, null, round(calibration.error(scores)),
                round(calibration.kept(scores) * scores.size() / images));
    }

    private static double round(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
