package org.digitlens.reading;

import org.digitlens.imaging.Box;

/**
 * How well ink will do as one digit of a number, as a score that adds up along a line: positive for what is likelier a digit
 * than not. The model's opinion, the ink's size in the line, and the ink that had to be cut through each have a weight;
 * docs/adr/0008 tells what they were fitted to.
 *
 * @param height of the line's digits in pixels
 * @param pen    width of the pen in pixels
 */
record SegmentScore(double height, double pen) {

    private static final double BIAS = -0.61;
    private static final double CONFIDENCE = 0.53;
    private static final double DOUBT = -0.74;
    private static final double WIDTH = 0.22;
    private static final double WIDTH_SQUARED = -0.49;
    private static final double TALLNESS = 1.81;
    private static final double INK = 1.38;
    private static final double INK_SQUARED = -0.07;
    private static final double CUT = -1.33;

    /** No cut counts for more than this many pens. */
    private static final double MOST_PENS = 4;

    /** Doubts smaller than this are all alike. */
    private static final double LEAST_DOUBT = 0.001;

    /** The most that the model's opinion can add. */
    static final double BEST_OPINION = opinion(1);

    /** What the model's confidence, 0 to 1, adds. */
    static double opinion(double confidence) {
        return CONFIDENCE * Math.log(confidence) + DOUBT * Math.log(1 - confidence + LEAST_DOUBT);
    }

    /**
     * What size and cuts add.
     *
     * @param box   of the ink
     * @param mass  of the ink, in pixels of full ink
     * @param left  ink on the cut to the left, in pixels of full ink; 0 where nothing was cut
     * @param right the same to the right
     */
    double shape(Box box, double mass, double left, double right) {
        double width = Math.log(box.width() / height);
        double ink = Math.log(mass / (height * pen));
        return BIAS + WIDTH * width + WIDTH_SQUARED * width * width + TALLNESS * Math.log(box.height() / height)
            + INK * ink + INK_SQUARED * ink * ink + CUT * (pens(left) + pens(right));
    }

    private double pens(double ink) {
        return Math.min(MOST_PENS, ink / pen);
    }
}
