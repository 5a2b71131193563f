package org.digitlens.imaging;

import java.util.Arrays;

/**
 * Removes faint ink that is no blurred edge of a stroke, as there is no darker ink near it: what a sharp shadow's outline, a
 * crease or a ruled line leaves behind.
 */
final class Haze {

    /** Ink of less than this is faint. */
    private static final float FAINT = 0.3f;

    /** Edges of strokes are at most so many pixels wide, and one more for so many pixels of the picture's shorter side. */
    private static final int EDGE = 3;
    private static final int PIXELS_PER_EDGE = 150;

    private Haze() { }

    /** Removes it, in place. */
    static void remove(GrayImage image) {
        int width = image.width();
        int height = image.height();
        float[] ink = image.ink();
        int reach = EDGE + Math.min(width, height) / PIXELS_PER_EDGE;
        var lastNear = new int[width]; // in each column, the last row of those seen that has dark ink in reach
        Arrays.fill(lastNear, -1 - reach);
        for (int y = 0; y < height + reach; y++) {
            if (y < height) {
                markRow(ink, y * width, width, reach, y, lastNear);
            }
            int row = y - reach; // all rows that it can see have been seen
            if (row >= 0) {
                for (int x = 0, at = row * width; x < width; x++, at++) {
                    if (ink[at] > 0 && ink[at] < FAINT && lastNear[x] < row - reach) {
                        ink[at] = 0;
                    }
                }
            }
        }
    }

    /** Notes a row in every column that has dark ink in reach on its left or right. */
    private static void markRow(float[] ink, int from, int width, int reach, int row, int[] lastNear) {
        int until = -1;
        for (int x = 0; x < width + reach; x++) {
            if (x < width && ink[from + x] >= FAINT) {
                until = x + 2 * reach;
            }
            int column = x - reach;
            if (column >= 0 && x <= until) {
                lastNear[column] = row;
            }
        }
    }
}
