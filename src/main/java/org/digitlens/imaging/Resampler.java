package org.digitlens.imaging;

/** Changes the size of ink: averages areas where it shrinks, interpolates linearly where it grows. */
final class Resampler {

    private Resampler() { }

    /** The same ink in the given number of pixels. */
    static GrayImage resample(GrayImage source, int width, int height) {
        if (source.width() == width && source.height() == height) {
            return source;
        }
        Weights columns = Weights.of(source.width(), width);
        Weights rows = Weights.of(source.height(), height);
        var narrow = new float[width * source.height()];
        for (int y = 0; y < source.height(); y++) {
            columns.apply(source.ink(), y * source.width(), 1, narrow, y * width, 1);
        }
        GrayImage result = GrayImage.blank(width, height);
        for (int x = 0; x < width; x++) {
            rows.apply(narrow, x, width, result.ink(), x, width);
        }
        return result;
    }

    /** Which source pixels make up each target pixel along one side, and how much each counts; the weights sum to 1. */
    private record Weights(int[] first, float[][] weights) {

        static Weights of(int from, int to) {
            var first = new int[to];
            var weights = new float[to][];
            double step = (double) from / to;
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * step;
                double reach = Math.max(step / 2, 0.5);
                int start = (int) Math.max(0, Math.floor(centre - reach + 1e-9));
                int end = (int) Math.min(from, Math.ceil(centre + reach - 1e-9));
                first[i] = start;
                weights[i] = new float[end - start];
                double sum = 0;
                for (int k = start; k < end; k++) {
                    double share = Math.min(k + 1, centre + reach) - Math.max(k, centre - reach);
                    weights[i][k - start] = (float) share;
                    sum += share;
                }
                for (int k = 0; k < weights[i].length; k++) {
                    weights[i][k] /= (float) sum;
                }
            }
            return new Weights(first, weights);
        }

        void apply(float[] source, int from, int step, float[] target, int to, int targetStep) {
            for (int i = 0; i < first.length; i++) {
                float sum = 0;
                int at = from + first[i] * step;
                for (float weight : weights[i]) {
                    sum += weight * source[at];
                    at += step;
                }
                target[to + i * targetStep] = sum;
            }
        }
    }
}
