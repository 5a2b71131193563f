package org.digitlens.imaging;

/** Takes noise away: each pixel becomes a weighted mean of itself and its eight neighbours (1 2 1 along both sides). */
final class Smoothing {

    private Smoothing() { }

    /** Smooths in place; the outermost pixels count twice. */
    static void apply(Difference picture) {
        byte[] plane = picture.values();
        int width = picture.width();
        int height = picture.height();
        var above = new int[width];
        var here = new int[width];
        var below = new int[width];
        across(plane, 0, width, here);
        System.arraycopy(here, 0, above, 0, width);
        for (int y = 0; y < height; y++) {
            if (y + 1 < height) {
                across(plane, (y + 1) * width, width, below);
            } else {
                System.arraycopy(here, 0, below, 0, width);
            }
            for (int x = 0, at = y * width; x < width; x++, at++) {
                plane[at] = (byte) (above[x] + 2 * here[x] + below[x] + 8 >> 4);
            }
            int[] free = above;
            above = here;
            here = below;
            below = free;
        }
    }

    private static void across(byte[] plane, int from, int width, int[] sums) {
        int left = plane[from] & 255;
        int middle = left;
        for (int x = 0; x < width; x++) {
            int right = x + 1 < width ? plane[from + x + 1] & 255 : middle;
            sums[x] = left + 2 * middle + right;
            left = middle;
            middle = right;
        }
    }
}
