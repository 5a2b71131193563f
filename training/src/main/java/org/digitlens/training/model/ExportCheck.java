package org.digitlens.training.model;

import org.digitlens.training.UserError;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.network.ExportedGraph.ClassActivation;
import org.digitlens.training.network.Network;

/** Holds an exported file, in ONNX Runtime, against the network it came from. */
final class ExportCheck {
    /** Largest difference that rounding explains. */
    static final double TOLERANCE = 1e-4;

    private final OnnxClassifier exported;
    private final float[] pixels;
    private final int height;
    private final int width;

    /** @param pixels pictures to compare on, 0..255, one after the other */
    ExportCheck(OnnxClassifier exported, float[] pixels, int height, int width) {
        this.exported = exported;
        this.pixels = pixels;
        this.height = height;
        this.width = width;
    }

    /**
     * Compares an output with what it should be.
     *
     * @return the largest difference
     * @throws UserError when that is too large
     */
    double compare(String output, float[] expected) {
        return largestDifference(output, exported.output(output, pixels, height, width), expected);
    }

    /** Checks that each label's map has its logit, less the bias, as its mean. */
    double explains(ClassActivation map) {
        float[] maps = exported.output(map.name(), pixels, height, width);
        float[] logits = exported.output(Network.LOGITS, pixels, height, width);
        int labels = map.bias().length;
        int area = (int) (map.shape().size() / labels);
        float[] explained = new float[logits.length];
        for (int i = 0; i < explained.length; i++) {
            double sum = 0;
            for (int cell = 0; cell < area; cell++) {
                sum += maps[i * area + cell];
            }
            explained[i] = (float) (sum / area + map.bias()[i % labels]);
        }
        return largestDifference(map.name(), explained, logits);
    }

    private static double largestDifference(String what, float[] found, float[] expected) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - expected[i]));
        }
        if (found.length != expected.length || !(largest < TOLERANCE)) {
            throw new UserError("the exported " + what + " differs from the trained network by " + largest + "; at most "
                    + TOLERANCE + " is rounding");
        }
        return largest;
    }
}
