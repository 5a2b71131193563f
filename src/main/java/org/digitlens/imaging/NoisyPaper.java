package org.digitlens.imaging;

/** Ink on noisy paper: what stands out of the noise of its place, and what is joined to that. */
final class NoisyPaper {

    /** Ink must differ from the paper by at least this much, of 255, or the sheet counts as blank. */
    private static final int LEAST_CONTRAST = 18;

    /** Ink differs from the paper's typical difference by this many standard deviations of its noise. */
    private static final float CERTAIN = 6;

    /** Where ink begins, in such deviations. */
    private static final float FAINTEST = 2.5f;

    /** Less ink than this is none. */
    private static final float TRACE = 0.06f;

    /** Where full ink begins: this share of the ink's pixels is fainter. */
    private static final double FULL_INK = 0.7;

    /** About so many rows tell how dark the ink is. */
    private static final int SAMPLED_ROWS = 400;

    private NoisyPaper() { }

    /**
     * The ink, 0 to 1, row-major; null when nothing stands out from the noise.
     *
     * @param difference from the paper, row-major, bytes without sign; the paper's need not be 0
     */
    static float[] ink(byte[] difference, int width, int height) {
        var noise = new PaperNoise(difference, width, height);
        var level = new float[width];
        var scatter = new float[width];
        var histogram = new int[256];
        int step = 1 + height / SAMPLED_ROWS;
        for (int y = 0; y < height; y += step) {
            noise.levels(y, level);
            noise.scatters(y, scatter);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                float d = (difference[at] & 255) - level[x];
                if (d > CERTAIN * scatter[x] + 2) {
                    histogram[(int) d]++;
                }
            }
        }
        long certain = Histogram.sum(histogram, 0, 256);
        int full = Histogram.quantile(histogram, 0, 256, (long) (certain * FULL_INK));
        if (certain == 0 || full < LEAST_CONTRAST) {
            return null;
        }
        var ink = new float[difference.length];
        for (int y = 0; y < height; y++) {
            noise.levels(y, level);
            noise.scatters(y, scatter);
            for (int x = 0, at = y * width; x < width; x++, at++) {
                float least = Math.min(FAINTEST * scatter[x] + 1, 0.5f * full);
                float d = (difference[at] & 255) - level[x] - least;
                if (d > TRACE * (full - least)) {
                    ink[at] = Math.min(1, d / (full - least));
                }
            }
        }
        Specks.remove(ink, width, height);
        return ink;
    }
}
