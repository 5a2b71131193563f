package org.digitlens.imaging;

import java.util.Arrays;

/**
 * How the differences of bare paper are distributed from place to place: where they pile up, and how far they scatter. A dark
 * corner of a photo is noisier than its bright middle once both are brought to the same light.
 */
final class PaperNoise {

    /** Tiles along the longer side. */
    private static final int TILES = 12;

    /** Smallest side of a tile, in pixels: enough of them to tell a distribution. */
    private static final int LEAST_TILE = 24;

    /** Where differences pile up this far from those of the whole picture, there is ink. */
    private static final double FARTHEST = 8;
    private static final double FARTHEST_DEVIATIONS = 3;

    private final int tile;
    private final int columns;
    private final int rows;
    private final float[] level;
    private final float[] scatter;

    PaperNoise(Difference picture) {
        int width = picture.width();
        int height = picture.height();
        tile = Math.max(LEAST_TILE, (Math.max(width, height) + TILES - 1) / TILES);
        columns = (width + tile - 1) / tile;
        rows = (height + tile - 1) / tile;
        var tiles = new int[columns * rows][256];
        var all = new int[256];
        for (int i = 0; i < tiles.length; i++) {
            count(picture, i, tiles[i]);
            for (int d = 0; d < 256; d++) {
                all[d] += tiles[i][d];
            }
        }
        int mode = mode(all);
        double most = mode + Math.max(FARTHEST, FARTHEST_DEVIATIONS * deviation(all, mode));
        var levels = new float[tiles.length];
        var scatters = new float[tiles.length];
        for (int i = 0; i < tiles.length; i++) {
            int here = mode(tiles[i]);
            int[] paper = here <= most ? tiles[i] : all;
            levels[i] = here <= most ? here : mode;
            scatters[i] = (float) deviation(paper, (int) levels[i]);
        }
        level = medians(levels);
        scatter = medians(scatters);
    }

    private void count(Difference picture, int index, int[] histogram) {
        int right = Math.min(picture.width(), (index % columns + 1) * tile);
        int bottom = Math.min(picture.height(), (index / columns + 1) * tile);
        for (int y = Math.max(0, bottom - tile); y < bottom; y++) {
            for (int x = Math.max(0, right - tile); x < right; x++) {
                histogram[picture.values()[y * picture.width() + x] & 255]++;
            }
        }
    }

    /** Where the differences of paper pile up: the middle of the five neighbouring values that occur most. */
    private static int mode(int[] histogram) {
        int mode = 2;
        long most = -1;
        for (int d = 2; d < 254; d++) {
            long near = Histogram.sum(histogram, d - 2, d + 3);
            if (near > most) {
                most = near;
                mode = d;
            }
        }
        return mode;
    }

    /** Standard deviation of the paper's differences, from those on the side where there is no ink. */
    private static double deviation(int[] histogram, int mode) {
        double sum = 0;
        double count = 0;
        for (int d = 0; d <= mode; d++) {
            sum += (double) histogram[d] * (d - mode) * (d - mode);
            count += histogram[d] * (d == mode ? 0.5 : 1);
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** Each tile's value replaced by the median of it and its neighbours: a tile full of ink says nothing of paper. */
    private float[] medians(float[] values) {
        var medians = new float[values.length];
        var near = new float[9];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int count = 0;
                for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                    for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                        near[count++] = values[y * columns + x];
                    }
                }
                Arrays.sort(near, 0, count);
                medians[row * columns + column] = near[(count - 1) / 2];
            }
        }
        return medians;
    }

    /** For each pixel of a row, the paper's typical difference. */
    void levels(int y, float[] row) {
        interpolate(level, y, row);
    }

    /** For each pixel of a row, the standard deviation of the paper's differences. */
    void scatters(int y, float[] row) {
        interpolate(scatter, y, row);
    }

    /** Between the tiles' middles, linearly. */
    private void interpolate(float[] values, int y, float[] row) {
        float v = Math.max(0, Math.min(rows - 1, (y + 0.5f) / tile - 0.5f));
        int above = (int) v * columns;
        int below = Math.min(rows - 1, (int) v + 1) * columns;
        float f = v - (int) v;
        for (int column = -1, x = 0; column < columns; column++) {
            int left = Math.max(0, column);
            int right = Math.min(columns - 1, column + 1);
            float from = values[above + left] + f * (values[below + left] - values[above + left]);
            float to = values[above + right] + f * (values[below + right] - values[above + right]);
            float step = (to - from) / tile;
            float value = from + (x - (column + 0.5f) * tile + 0.5f) * step;
            for (int end = (int) Math.min(row.length, (column + 1.5f) * tile); x < end; x++) {
                row[x] = value;
                value += step;
            }
        }
    }
}
