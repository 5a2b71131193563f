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

    /** The ink, 0 to 1; all 0 when nothing stands out from the noise. */
    static GrayImage ink(Difference picture) {
        var noise = new PaperNoise(picture);
        GrayImage ink = GrayImage.blank(picture.width(), picture.height());
        int full = fullInk(picture, noise);
        if (full >= LEAST_CONTRAST) {
            fill(ink, picture, noise, full);
            Haze.remove(ink);
            Specks.remove(ink);
        }
        return ink;
    }

    /** What full ink differs from its paper by; 0 when nothing stands out from the noise. */
    private static int fullInk(Difference picture, PaperNoise noise) {
        var level = new float[picture.width()];
        var scatter = new float[picture.width()];
        var histogram = new int[256];
        for (int y = 0; y < picture.height(); y += 1 + picture.height() / SAMPLED_ROWS) {
            noise.levels(y, level);
            noise.scatters(y, scatter);
            for (int x = 0, at = y * picture.width(); x < level.length; x++, at++) {
                float d = (picture.values()[at] & 255) - level[x];
                if (d > CERTAIN * scatter[x] + 2) {
                    histogram[(int) d]++;
                }
            }
        }
        long certain = Histogram.sum(histogram, 0, 256);
        return certain == 0 ? 0 : Histogram.quantile(histogram, 0, 256, (long) (certain * FULL_INK));
    }

    private static void fill(GrayImage ink, Difference picture, PaperNoise noise, int full) {
        var level = new float[picture.width()];
        var scatter = new float[picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            noise.levels(y, level);
            noise.scatters(y, scatter);
            for (int x = 0, at = y * picture.width(); x < level.length; x++, at++) {
                float least = Math.min(FAINTEST * scatter[x] + 1, 0.5f * full);
                float d = (picture.values()[at] & 255) - level[x] - least;
                if (d > TRACE * (full - least)) {
                    ink.ink()[at] = Math.min(1, d / (full - least));
                }
            }
        }
    }
}
