package org.digitlens.imaging;

import java.util.Arrays;

/**
 * The paper of a photographed or scanned picture, as it would look without ink: found on a reduced picture, channel by
 * channel, by a closing that is wider than any stroke. It follows uneven light and keeps the edges of shadows. The ink is then
 * what is darker than its paper (or lighter, on a board), in the light of the place where it lies, looked at in the colour in
 * which ink and paper differ most.
 */
final class Shading {

    /** What stands for paper, so that there is room below it for noise. */
    private static final int PAPER = 32;

    /** The paper is estimated on cells of so many pixels a side: the cube root of how often this goes into the picture. */
    private static final double CELL_PIXELS = 12_000;

    /** Half the width of the widest stroke, as a share of the picture's shorter side. */
    private static final double WIDEST = 0.12;

    /** Keeps the noise of very dark places from being amplified without bounds; of 255. */
    private static final float LEAST_LIGHT = 16;

    private final int cell;
    private final int width;
    private final int height;
    private final float[][] slopes = new float[3][]; // difference = base - sum of slope * channel
    private final float[] base;

    Shading(Picture picture) {
        cell = (int) Math.ceil(Math.cbrt(picture.width() * picture.height() / CELL_PIXELS));
        width = (picture.width() + cell - 1) / cell;
        height = (picture.height() + cell - 1) / cell;
        float[][] planes = reduced(picture);
        int radius = Math.max(2, (int) Math.round(WIDEST * Math.min(width, height)));
        var papers = new float[3][];
        for (int c = 0; c < 3; c++) {
            float[] plane = planes[c];
            BoxFilter.blur(plane, width, height, 1);
            float sign = inkIsDarker(plane, radius) ? 1 : -1;
            papers[c] = paper(plane, sign, radius);
            slopes[c] = slope(papers[c], sign);
        }
        weigh(planes, papers);
        base = new float[width * height];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < base.length; i++) {
                base[i] += slopes[c][i] * papers[c][i];
            }
        }
    }

    /** Red, green and blue, each value the mean of a cell. */
    private float[][] reduced(Picture picture) {
        var planes = new float[3][width * height];
        var sums = new int[3 * width];
        for (int y = 0; y < height; y++) {
            int rows = Math.min(cell, picture.height() - y * cell);
            Arrays.fill(sums, 0);
            for (int row = y * cell; row < y * cell + rows; row++) {
                int at = row * picture.width();
                for (int x = 0; x < width; x++) {
                    int end = Math.min(at + cell, (row + 1) * picture.width());
                    for (; at < end; at++) {
                        int pixel = picture.rgb()[at];
                        sums[3 * x] += pixel >> 16 & 255;
                        sums[3 * x + 1] += pixel >> 8 & 255;
                        sums[3 * x + 2] += pixel & 255;
                    }
                }
            }
            for (int x = 0; x < width; x++) {
                float pixels = rows * Math.min(cell, picture.width() - x * cell);
                for (int c = 0; c < 3; c++) {
                    planes[c][y * width + x] = sums[3 * x + c] / pixels;
                }
            }
        }
        return planes;
    }

    /** Whether what differs from its surroundings is mostly darker: ink covers less than paper, so it differs by more. */
    private boolean inkIsDarker(float[] plane, int radius) {
        float[] mean = plane.clone();
        BoxFilter.blur(mean, width, height, 2 * radius);
        double skew = 0;
        for (int i = 0; i < plane.length; i++) {
            double d = plane[i] - mean[i];
            skew += d * d * d;
        }
        return skew <= 0;
    }

    private float[] paper(float[] plane, float sign, int radius) {
        float[] paper = plane.clone();
        if (sign < 0) {
            negate(paper);
        }
        Morphology.close(paper, width, height, radius);
        if (sign < 0) {
            negate(paper);
        }
        BoxFilter.blur(paper, width, height, 1);
        return paper;
    }

    private static void negate(float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = -plane[i];
        }
    }

    /** How much a difference counts at each place: more in the shade, where there is less light to differ by. */
    private static float[] slope(float[] paper, float sign) {
        float light = 0;
        for (float value : paper) {
            light = Math.max(light, value);
        }
        var slope = new float[paper.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = sign * (light + LEAST_LIGHT) / (paper[i] + LEAST_LIGHT);
        }
        return slope;
    }

    /** Each channel counts by how far the ink differs from the paper in it. */
    private void weigh(float[][] planes, float[][] papers) {
        var contrast = new double[3];
        var d = new float[3];
        for (int i = 0; i < planes[0].length; i++) {
            float all = 0;
            for (int c = 0; c < 3; c++) {
                d[c] = Math.max(0, slopes[c][i] * (papers[c][i] - planes[c][i]));
                all += d[c];
            }
            for (int c = 0; c < 3; c++) {
                contrast[c] += (double) all * all * d[c];
            }
        }
        double sum = Math.max(1e-6, contrast[0] + contrast[1] + contrast[2]);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < slopes[c].length; i++) {
                slopes[c][i] *= (float) (contrast[c] / sum);
            }
        }
    }

    /** How far each pixel differs from its paper. */
    Difference differences(Picture picture) {
        int pixels = picture.width();
        var difference = new byte[pixels * picture.height()];
        var rows = new float[4][width + 2];
        float step = 1f / cell;
        for (int y = 0; y < picture.height(); y++) {
            float v = Math.max(0, (y + 0.5f) * step - 0.5f);
            int above = Math.min(height - 1, (int) v);
            int below = Math.min(height - 1, above + 1);
            for (int c = 0; c < 4; c++) {
                interpolate(c < 3 ? slopes[c] : base, above, below, v - above, rows[c]);
            }
            for (int x = 0, at = y * pixels; x < pixels; x++, at++) {
                float u = Math.max(0, (x + 0.5f) * step - 0.5f);
                int left = (int) u;
                float f = u - left;
                int pixel = picture.rgb()[at];
                float d = between(rows[3], left, f) - between(rows[0], left, f) * (pixel >> 16 & 255)
                    - between(rows[1], left, f) * (pixel >> 8 & 255) - between(rows[2], left, f) * (pixel & 255);
                difference[at] = (byte) Math.max(0, Math.min(255, Math.round(d) + PAPER));
            }
        }
        return new Difference(picture.width(), picture.height(), difference, PAPER);
    }

    private void interpolate(float[] plane, int above, int below, float f, float[] row) {
        for (int x = 0; x < width; x++) {
            float upper = plane[above * width + x];
            row[x] = upper + f * (plane[below * width + x] - upper);
        }
        row[width] = row[width - 1];
    }

    private static float between(float[] row, int left, float f) {
        return row[left] + f * (row[left + 1] - row[left]);
    }
}
