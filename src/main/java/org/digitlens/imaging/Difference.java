package org.digitlens.imaging;

/**
 * How far each pixel differs from the paper.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param values row-major, bytes without sign. Not copied.
 * @param paper  the value that stands for paper; what is lower is noise
 */
record Difference(int width, int height, byte[] values, int paper) {

    /** The difference at a point, 0 to 255 - paper; noise below the paper's counts as paper. */
    int at(int x, int y) {
        return Math.max(0, (values[y * width + x] & 255) - paper);
    }

    void set(int x, int y, float difference) {
        values[y * width + x] = (byte) Math.min(255, Math.round(difference) + paper);
    }

    /** The same with rows and columns exchanged, copied. */
    Difference transposed() {
        var turned = new byte[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0, at = y * width; x < width; x++, at++) {
                turned[x * height + y] = values[at];
            }
        }
        return new Difference(height, width, turned, paper);
    }
}
