package org.digitlens.imaging;

/** Statistics of values 0 to 255, from how often each occurs. */
final class Histogram {

    private Histogram() { }

    /** How often each value, a byte without sign, occurs. */
    static int[] of(byte[] values) {
        var histogram = new int[256];
        for (byte value : values) {
            histogram[value & 255]++;
        }
        return histogram;
    }

    /** Otsu's threshold (1979): the split into two classes with the largest variance between them. */
    static int otsu(int[] histogram) {
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

    /** Mean of the values {@code from} (inclusive) to {@code to}; NaN when there are none. */
    static double mean(int[] histogram, int from, int to) {
        double sum = 0;
        long count = 0;
        for (int d = from; d < to; d++) {
            sum += (double) d * histogram[d];
            count += histogram[d];
        }
        return sum / count;
    }

    /** How many values lie within {@code from} (inclusive) to {@code to}. */
    static long sum(int[] histogram, int from, int to) {
        long sum = 0;
        for (int d = from; d < to; d++) {
            sum += histogram[d];
        }
        return sum;
    }

    /** The value with {@code rank} counts below it, within the classes {@code from} (inclusive) to {@code to}. */
    static int quantile(int[] histogram, int from, int to, long rank) {
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
