package org.digitlens.imaging;

/**
 * Closing of a picture with a square: dark things that the square cannot fit into take the brightness of what lies around
 * them, and edges of larger things stay where they are (van Herk, 1992: the time does not depend on the square's size).
 */
final class Morphology {

    /** What is dark grows by so many pixels on each side: the blurred edge of a shadow belongs to it. */
    private static final int MARGIN = 1;

    private Morphology() { }

    /**
     * Largest value in a square around each pixel, then the smallest of those in a slightly larger one; in place. Beyond its edges
     * the picture is taken to go on getting darker as it does before them, so that vignetting is no dark thing.
     *
     * @param plane  row-major
     * @param radius the square has {@code 2 * radius + 1} pixels a side
     */
    static void close(float[] plane, int width, int height, int radius) {
        maximum(plane, width, height, radius, false);
        negate(plane);
        maximum(plane, width, height, radius + MARGIN, true);
        negate(plane);
    }

    private static void negate(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = -plane[i];
        }
    }

    private static void maximum(float[] plane, int width, int height, int radius, boolean goOn) {
        int longest = Math.max(width, height) + 2 * radius;
        var line = new float[longest];
        var forward = new float[longest];
        var backward = new float[longest];
        for (int y = 0; y < height; y++) {
            read(plane, y * width, 1, width, radius, goOn, line);
            maximum(line, width, radius, forward, backward, plane, y * width, 1);
        }
        for (int x = 0; x < width; x++) {
            read(plane, x, width, height, radius, goOn, line);
            maximum(line, height, radius, forward, backward, plane, x, width);
        }
    }

    /** One row or column, with as much in front of it and behind it as the window sees. */
    private static void read(float[] plane, int from, int step, int length, int radius, boolean goOn, float[] line) {
        for (int i = 0, at = from; i < length; i++, at += step) {
            line[radius + i] = plane[at];
        }
        int last = radius + length - 1;
        float front = goOn && length > radius ? slope(line, radius, radius / 2) : 0;
        float back = goOn && length > radius ? slope(line, last, -(radius / 2)) : 0;
        for (int i = 1; i <= radius; i++) {
            line[radius - i] = goOn ? line[radius] + i * front : Float.NEGATIVE_INFINITY;
            line[last + i] = goOn ? line[last] + i * back : Float.NEGATIVE_INFINITY;
        }
    }

    /** How much a line rises towards its end, by pixel: in two stretches before it, so that a single step is no slope. */
    private static float slope(float[] line, int end, int stretch) {
        if (stretch == 0) {
            return 0;
        }
        float near = line[end] - line[end + stretch];
        float far = line[end + stretch] - line[end + 2 * stretch];
        return Math.max(0, Math.min(0.5f * (near + far), 2 * Math.min(near, far))) / Math.abs(stretch);
    }

    /** Running maxima of blocks of the window's length, from both of their ends, hold every window. */
    private static void maximum(float[] line, int length, int radius, float[] forward, float[] backward, float[] plane, int from, int step) {
        int window = 2 * radius + 1;
        int padded = length + 2 * radius;
        for (int i = 0, phase = 0; i < padded; i++, phase = phase + 1 == window ? 0 : phase + 1) {
            forward[i] = phase == 0 ? line[i] : Math.max(forward[i - 1], line[i]);
        }
        for (int i = padded - 1, phase = (padded - 1) % window; i >= 0; i--, phase = phase == 0 ? window - 1 : phase - 1) {
            backward[i] = phase == window - 1 || i == padded - 1 ? line[i] : Math.max(backward[i + 1], line[i]);
        }
        for (int i = 0, at = from; i < length; i++, at += step) {
            plane[at] = Math.max(backward[i], forward[i + window - 1]);
        }
    }
}
