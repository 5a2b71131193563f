package org.digitlens.imaging;

/**
 * Takes a ruled line out of a picture. What ink lies under a faint line is told from how much darker the place is than the line
 * alone; a stroke that crosses a dark one is continued from the rows above it to those below.
 */
final class LineEraser {

    /** Bins of the line's cross profile for one pixel. */
    private static final int BINS = 2;

    /** The line ends where it has less than this share of its height. */
    private static final float TAIL = 0.12f;

    /** Of a line this dark, compared with the ink, ink cannot be told apart. */
    private static final float DARK = 0.65f;

    /** Lines vary in darkness by this share of it, and paper by so much of 255. */
    private static final float UNEVEN = 0.3f;
    private static final float NOISE = 4;

    private final Difference picture;
    private final int reach;
    private final float ink;

    /**
     * @param reach how far above and below a line's middle the paper begins for certain, in pixels
     * @param ink   what full ink differs from the paper by, of 255
     */
    LineEraser(Difference picture, int reach, float ink) {
        this.picture = picture;
        this.reach = reach;
        this.ink = ink;
    }

    void erase(RuledLine line) {
        float[] profile = profile(line);
        int above = extent(profile, -1);
        int below = extent(profile, 1);
        float peak = profile[middle()];
        var column = new float[above + below + 1];
        Difference source = picture;
        for (int x = 0; x < source.width(); x++) {
            int row = Math.round(line.rows()[x]);
            if (row - above < 0 || row + below >= source.height()) {
                eraseAtTheEdge(x, row - above, row + below);
                continue;
            }
            for (int k = 0; k < column.length; k++) {
                int y = row - above + k;
                float d = source.at(x, y);
                float alone = line.heights()[x] * level(profile, y - line.rows()[x]);
                float crossing = crossing(x, row - above - 1, row + below + 1, y);
                column[k] = Math.min(d, Math.max(crossing, under(d, alone, crossing, line.heights()[x] * peak)));
            }
            result(x, row - above, column);
        }
        flush();
    }

    // results are kept apart until the line is done, as neighbours are looked at as they were
    private int[] places = new int[1024];
    private float[] values = new float[1024];
    private int count;

    private void result(int x, int y, float[] column) {
        for (int k = 0; k < column.length; k++) {
            if (count == places.length) {
                places = java.util.Arrays.copyOf(places, 2 * count);
                values = java.util.Arrays.copyOf(values, 2 * count);
            }
            places[count] = (y + k) * picture.width() + x;
            values[count++] = column[k];
        }
    }

    private void flush() {
        for (int i = 0; i < count; i++) {
            picture.values()[places[i]] = (byte) Math.min(255, Math.round(values[i]) + picture.paper());
        }
        count = 0;
    }

    private void eraseAtTheEdge(int x, int from, int to) {
        for (int y = Math.max(0, from); y <= Math.min(picture.height() - 1, to); y++) {
            picture.set(x, y, 0);
        }
    }

    /** The ink at a place where the line alone would differ from the paper by {@code alone}. */
    private float under(float d, float alone, float crossing, float peak) {
        if (peak > DARK * ink) {
            return 0;
        }
        float doubt = (UNEVEN * alone + NOISE) * Math.max(0, 1 - crossing / ink);
        return Math.max(0, d - alone - doubt) * ink / (ink - alone);
    }

    /** What a stroke has that comes from the row above the line and goes on in the row below, straight in any direction. */
    private float crossing(int x, int above, int below, int y) {
        if (above < 0 || below >= picture.height()) {
            return 0;
        }
        float f = (float) (y - above) / (below - above);
        int most = below - above;
        float best = 0;
        for (int shift = -most; shift <= most; shift++) {
            int upper = Math.round(x - shift * f);
            int lower = Math.round(x + shift * (1 - f));
            if (upper >= 0 && lower >= 0 && upper < picture.width() && lower < picture.width()) {
                best = Math.max(best, Math.min(picture.at(upper, above), picture.at(lower, below)));
            }
        }
        return best;
    }

    private int middle() {
        return BINS * (reach + 1);
    }

    /** The line's mean cross profile as a share of its height, from columns in which there is little else. */
    private float[] profile(RuledLine line) {
        var sums = new float[2 * middle() + 1];
        var weights = new float[sums.length];
        for (int x = 0; x < picture.width(); x++) {
            int row = Math.round(line.rows()[x]);
            float height = line.heights()[x];
            if (row < reach + 1 || row >= picture.height() - reach - 1 || picture.at(x, row) > 1.5f * height
                    || picture.at(x, row - reach) > 0.5f * height || picture.at(x, row + reach) > 0.5f * height) {
                continue;
            }
            for (int y = row - reach; y <= row + reach; y++) {
                float bin = (y - line.rows()[x]) * BINS + middle();
                int lower = (int) bin;
                for (int i = lower; i <= lower + 1; i++) { // a bin counts by how near it is
                    float weight = 1 - Math.abs(bin - i) + 1e-3f;
                    sums[i] += weight * picture.at(x, y) / height;
                    weights[i] += weight;
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = weights[i] == 0 ? 0 : sums[i] / weights[i];
        }
        return sums;
    }

    private int extent(float[] profile, int direction) {
        int bins = 0;
        while (bins < middle() && profile[middle() + direction * bins] > TAIL * profile[middle()]) {
            bins++;
        }
        return Math.min(reach, (bins + BINS - 1) / BINS);
    }

    private float level(float[] profile, float offset) {
        float bin = Math.max(0, Math.min(profile.length - 1.001f, offset * BINS + middle()));
        int lower = (int) bin;
        return profile[lower] + (bin - lower) * (profile[lower + 1] - profile[lower]);
    }
}
