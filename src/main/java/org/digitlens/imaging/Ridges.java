package org.digitlens.imaging;

import java.util.Arrays;

/**
 * Where thin, nearly horizontal lines may run: the picture is cut into strips of a few columns, and in each strip the rows are
 * found that differ from the paper more than the rows a little above and below them.
 */
final class Ridges {

    /** Columns of a strip: a share of the picture's, within these bounds. */
    private static final int LEAST_WIDTH = 8;
    private static final int MOST_WIDTH = 16;
    private static final int STRIPS = 64;

    /** Lines up to this many pixels thick are found in small pictures, and one more for so many pixels of the shorter side. */
    private static final int REACH = 3;
    private static final int PIXELS_PER_REACH = 200;

    /** A ridge is higher than its surroundings by at least this much, of 255, and by so many times the strips' noise. */
    private static final float LEAST_HEIGHT = 4;
    private static final float ABOVE_NOISE = 4;

    private final int width;
    private final int reach;
    private final int[] starts;
    private float[] rows = new float[256];
    private float[] heights = new float[256];
    private int count;

    Ridges(Difference picture) {
        reach = REACH + Math.min(picture.width(), picture.height()) / PIXELS_PER_REACH;
        width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, picture.width() / STRIPS));
        int strips = picture.width() / width;
        starts = new int[strips + 1];
        var profile = new float[picture.height()];
        for (int strip = 0; strip < strips; strip++) {
            profile(picture, strip, profile);
            find(profile, Math.max(LEAST_HEIGHT, ABOVE_NOISE * noise(profile)));
            starts[strip + 1] = count;
        }
    }

    private void profile(Difference picture, int strip, float[] profile) {
        byte[] values = picture.values();
        for (int y = 0, from = strip * width; y < profile.length; y++, from += picture.width()) {
            int sum = 0;
            for (int at = from; at < from + width; at++) {
                sum += values[at] & 255;
            }
            profile[y] = (float) sum / width;
        }
    }

    /** Standard deviation of the profile's noise: from the median step between neighbouring rows. */
    private static float noise(float[] profile) {
        var steps = new float[profile.length - 1];
        for (int y = 0; y < steps.length; y++) {
            steps[y] = Math.abs(profile[y + 1] - profile[y]);
        }
        Arrays.sort(steps);
        return steps[steps.length / 2] / 0.6745f / 1.414f;
    }

    private void find(float[] profile, float least) {
        for (int y = 1; y < profile.length - 1; y++) {
            float here = profile[y];
            if (here < profile[y - 1] || here <= profile[y + 1]) {
                continue;
            }
            float height = here - Math.max(profile[Math.max(0, y - reach)], profile[Math.min(profile.length - 1, y + reach)]);
            if (height >= least) {
                float bend = profile[y - 1] - 2 * here + profile[y + 1];
                add(y + (bend == 0 ? 0 : 0.5f * (profile[y - 1] - profile[y + 1]) / bend), height);
            }
        }
    }

    private void add(float row, float height) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            heights = Arrays.copyOf(heights, 2 * count);
        }
        rows[count] = row;
        heights[count++] = height;
    }

    int strips() {
        return starts.length - 1;
    }

    /** Columns of a strip. */
    int width() {
        return width;
    }

    /** The middle of a strip, in pixels from the left. */
    float middle(int strip) {
        return (strip + 0.5f) * width - 0.5f;
    }

    /** How far above and below a line the paper is looked for, in pixels. */
    int reach() {
        return reach;
    }

    /** Index of a strip's first ridge; that of the strip after the last is the number of all ridges. */
    int first(int strip) {
        return starts[strip];
    }

    /** Where a ridge lies in its strip's middle, in pixels from above. */
    float row(int ridge) {
        return rows[ridge];
    }

    /** How much a ridge stands out of the rows around it, of 255. */
    float height(int ridge) {
        return heights[ridge];
    }
}
