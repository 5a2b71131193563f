package org.digitlens.imaging;

import java.util.Arrays;

/**
 * Tells ink from paper, whatever their colours: the paper is what most of the picture's edge shows, and ink is whatever
 * differs from it. So dark on light, light on dark and one colour on another of the same brightness are all alike.
 */
public final class InkExtractor {

    /** Ink must differ from the paper by at least this much (of 255) on average, or the sheet counts as blank. */
    private static final int LEAST_CONTRAST = 20;

    /** Where full ink begins: this share of the ink's pixels is fainter. */
    private static final double FULL_INK = 0.8;

    private InkExtractor() { }

    /** The picture's ink, 0 = paper to 1 = full ink; all 0 when nothing stands out from the paper. */
    public static GrayImage extract(Picture picture) {
        var difference = new byte[picture.rgb().length];
        int[] histogram = differences(picture, paper(picture), difference);
        float[] ink = levels(histogram);
        var values = new float[difference.length];
        if (ink != null) {
            for (int i = 0; i < values.length; i++) {
                if (difference[i] != 0) {
                    values[i] = ink[difference[i] & 255];
                }
            }
        }
        return new GrayImage(picture.width(), picture.height(), values);
    }

    /** The median colour along the four edges, {@code 0xRRGGBB}. */
    private static int paper(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int[] rgb = picture.rgb();
        var counts = new int[3][256];
        for (int x = 0; x < width; x++) {
            count(counts, rgb[x]);
            count(counts, rgb[(height - 1) * width + x]);
        }
        for (int y = 0; y < height; y++) {
            count(counts, rgb[y * width]);
            count(counts, rgb[y * width + width - 1]);
        }
        int middle = width + height;
        return quantile(counts[0], 0, 256, middle) << 16 | quantile(counts[1], 0, 256, middle) << 8
            | quantile(counts[2], 0, 256, middle);
    }

    private static void count(int[][] counts, int pixel) {
        counts[0][pixel >> 16 & 255]++;
        counts[1][pixel >> 8 & 255]++;
        counts[2][pixel & 255]++;
    }

    /** How far each pixel is from the paper, 0 to 255: channel by channel, so that colours of one brightness differ. */
    private static int[] differences(Picture picture, int paper, byte[] difference) {
        int red = paper >> 16;
        int green = paper >> 8 & 255;
        int blue = paper & 255;
        int[] rgb = picture.rgb();
        var histogram = new int[256];
        for (int i = 0; i < rgb.length;) { // drawings are mostly runs of one colour
            int pixel = rgb[i];
            int start = i;
            do {
                i++;
            } while (i < rgb.length && rgb[i] == pixel);
            int d = 77 * Math.abs((pixel >> 16 & 255) - red) + 150 * Math.abs((pixel >> 8 & 255) - green)
                + 29 * Math.abs((pixel & 255) - blue) >> 8;
            Arrays.fill(difference, start, i, (byte) d);
            histogram[d] += i - start;
        }
        return histogram;
    }

    /** The ink that each difference stands for; null when the sheet is blank. */
    private static float[] levels(int[] histogram) {
        int threshold = otsu(histogram);
        double paper = mean(histogram, 0, threshold);
        double ink = mean(histogram, threshold, 256);
        if (Double.isNaN(ink) || ink - paper < LEAST_CONTRAST) {
            return null;
        }
        long paperPixels = sum(histogram, 0, threshold);
        int typical = quantile(histogram, 0, threshold, paperPixels / 2);
        int low = typical + 3 * (quantile(histogram, 0, threshold, paperPixels * 3 / 4) - typical);
        int high = quantile(histogram, threshold, 256, (long) (sum(histogram, threshold, 256) * FULL_INK));
        low = Math.min(low, threshold);
        var levels = new float[256];
        for (int d = low + 1; d < 256; d++) {
            levels[d] = Math.min(1f, (float) (d - low) / (high - low));
        }
        return levels;
    }

    /** Otsu's threshold (1979): the split into two classes with the largest variance between them. */
    private static int otsu(int[] histogram) {
        double total = 0;
        double weighted = 0;
        for (int d = 0; d < 256; d++) {
            total += histogram[d];
            weighted += (double) d * histogram[d];
        }
        double below = 0;
        double weightedBelow = 0;
        double best = -1;
        int threshold = 1;
        for (int d = 0; d < 255; d++) {
            below += histogram[d];
            weightedBelow += (double) d * histogram[d];
            double above = total - below;
            if (below > 0 && above > 0) {
                double gap = weightedBelow / below - (weighted - weightedBelow) / above;
                double between = below * above * gap * gap;
                if (between > best) {
                    best = between;
                    threshold = d + 1;
                }
            }
        }
        return threshold;
    }

    private static double mean(int[] histogram, int from, int to) {
        double sum = 0;
        long count = 0;
        for (int d = from; d < to; d++) {
            sum += (double) d * histogram[d];
            count += histogram[d];
        }
        return sum / count;
    }

    private static long sum(int[] histogram, int from, int to) {
        long sum = 0;
        for (int d = from; d < to; d++) {
            sum += histogram[d];
        }
        return sum;
    }

    /** The value with {@code rank} counts below it, within the classes {@code from} (inclusive) to {@code to}. */
    private static int quantile(int[] histogram, int from, int to, long rank) {
        long seen = 0;
        for (int d = from; d < to; d++) {
            seen += histogram[d];
            if (seen > rank) {
                return d;
            }
        }
        return to - 1;
    }
}
