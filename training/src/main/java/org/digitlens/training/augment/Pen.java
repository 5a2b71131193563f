package org.digitlens.training.augment;

/** A thicker or thinner pen: a blend of the picture with its dilation or erosion by a cross of one pixel. */
final class Pen {
    private Pen() {}

    /**
     * Changes the pen.
     *
     * @param amount -1..1: above 0 thickens, below thins, 0 changes nothing
     * @param target receives the result; another array than {@code source}
     */
    static void apply(float[] source, int width, int height, double amount, float[] target) {
        float share = (float) Math.abs(amount);
        boolean thicken = amount > 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float centre = source[y * width + x];
                float extreme = centre;
                extreme = x > 0 ? further(extreme, source[y * width + x - 1], thicken) : extreme;
                extreme = x < width - 1 ? further(extreme, source[y * width + x + 1], thicken) : extreme;
                extreme = y > 0 ? further(extreme, source[(y - 1) * width + x], thicken) : extreme;
                extreme = y < height - 1 ? further(extreme, source[(y + 1) * width + x], thicken) : extreme;
                target[y * width + x] = centre + share * (extreme - centre);
            }
        }
    }

    private static float further(float a, float b, boolean larger) {
        return larger ? Math.max(a, b) : Math.min(a, b);
    }
}
