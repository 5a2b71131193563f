package org.digitlens.imaging;

/** How much ink each difference from the paper stands for, told from how often each difference occurs. */
final class InkLevels {

    /** Ink must differ from the paper by at least this much (of 255) on average, or the sheet counts as blank. */
    private static final int LEAST_CONTRAST = 20;

    /** Where full ink begins: this share of the ink's pixels is fainter. */
    private static final double FULL_INK = 0.8;

    private InkLevels() { }

    /** The ink, 0 to 1, of each difference from even paper, 0 to 255; null when the sheet is blank. */
    static float[] ofEvenPaper(int[] histogram) {
        int threshold = Histogram.otsu(histogram);
        double paper = Histogram.mean(histogram, 0, threshold);
        double ink = Histogram.mean(histogram, threshold, 256);
        if (Double.isNaN(ink) || ink - paper < LEAST_CONTRAST) {
            return null;
        }
        long paperPixels = Histogram.sum(histogram, 0, threshold);
        int typical = Histogram.quantile(histogram, 0, threshold, paperPixels / 2);
        int low = typical + 3 * (Histogram.quantile(histogram, 0, threshold, paperPixels * 3 / 4) - typical);
        int high = Histogram.quantile(histogram, threshold, 256, (long) (Histogram.sum(histogram, threshold, 256) * FULL_INK));
        return ramp(Math.min(low, threshold), high);
    }

    private static float[] ramp(int low, int high) {
        var levels = new float[256];
        for (int d = low + 1; d < 256; d++) {
            levels[d] = Math.min(1f, (float) (d - low) / (high - low));
        }
        return levels;
    }
}
