package org.digitlens.explanation;

import org.digitlens.classifier.FeatureMaps;

/**
 * Which regions of a picture speak for one label and which against it (class activation mapping, Zhou et al., 2016). In
 * a network that ends in global average pooling the map is exact: the mean of its cells, plus the label's bias, is the
 * label's logit.
 *
 * @param label  what the regions speak for
 * @param side   cells a side after interpolation, as many as the network's input has pixels
 * @param values row-major, {@code values[y * side + x]}: contribution to the logit, positive for, negative against
 */
public record ClassActivationMap(String label, int side, float[] values) {

    /** The regions that a picture is divided into, along each side, to say in words where the evidence lies. */
    public static final int REGIONS = 3;

    public ClassActivationMap {
        if (values.length != side * side) {
            throw new IllegalArgumentException("expected " + side * side + " values, found " + values.length);
        }
    }

    /**
     * The map of one label, interpolated linearly to the input's size.
     *
     * @param maps  one map a label, straight from the network
     * @param index which label's
     */
    public static ClassActivationMap of(String label, FeatureMaps maps, int index, int side) {
        var values = new float[side * side];
        for (int y = 0; y < side; y++) {
            double sourceY = between((y + 0.5) * maps.height() / side - 0.5, maps.height());
            int top = (int) sourceY;
            int below = Math.min(top + 1, maps.height() - 1);
            float down = (float) (sourceY - top);
            for (int x = 0; x < side; x++) {
                double sourceX = between((x + 0.5) * maps.width() / side - 0.5, maps.width());
                int left = (int) sourceX;
                int right = Math.min(left + 1, maps.width() - 1);
                float along = (float) (sourceX - left);
                float upper = maps.at(index, left, top) * (1 - along) + maps.at(index, right, top) * along;
                float lower = maps.at(index, left, below) * (1 - along) + maps.at(index, right, below) * along;
                values[y * side + x] = upper * (1 - down) + lower * down;
            }
        }
        return new ClassActivationMap(label, side, values);
    }

    private static double between(double at, int length) {
        return Math.max(0, Math.min(length - 1, at));
    }

    /** Largest contribution of any cell, for or against; more than 0. */
    public float strongest() {
        float strongest = 1e-6f;
        for (float value : values) {
            strongest = Math.max(strongest, Math.abs(value));
        }
        return strongest;
    }

    /** Sum of the contributions in each of {@value #REGIONS} x {@value #REGIONS} regions, row by row, from the top left. */
    public double[] regions() {
        var sums = new double[REGIONS * REGIONS];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                sums[y * REGIONS / side * REGIONS + x * REGIONS / side] += values[y * side + x];
            }
        }
        return sums;
    }
}
