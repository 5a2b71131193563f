package org.digitlens.imaging;

/** Mean of a square around each pixel, by running sums: the time does not depend on the square's size. */
final class BoxFilter {

    private BoxFilter() { }

    /**
     * Blurs a plane in place; at the edges the mean is of what lies inside.
     *
     * @param plane  row-major
     * @param radius the square has {@code 2 * radius + 1} pixels a side; 0 leaves the plane as it is
     */
    static void blur(float[] plane, int width, int height, int radius) {
        if (radius == 0) {
            return;
        }
        var line = new float[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            line(plane, y * width, 1, width, radius, line);
        }
        for (int x = 0; x < width; x++) {
            line(plane, x, width, height, radius, line);
        }
    }

    private static void line(float[] plane, int from, int step, int length, int radius, float[] line) {
        double sum = 0;
        for (int i = 0, at = from; i < length; i++, at += step) {
            line[i] = plane[at];
            sum += i < radius ? line[i] : 0;
        }
        for (int i = 0, at = from; i < length; i++, at += step) {
            int in = i + radius;
            int out = i - radius - 1;
            sum += (in < length ? line[in] : 0) - (out >= 0 ? line[out] : 0);
            int pixels = Math.min(in, length - 1) - Math.max(out, -1);
            plane[at] = (float) (sum / pixels);
        }
    }
}
