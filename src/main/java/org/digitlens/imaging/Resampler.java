package org.digitlens.imaging;

/** Changes the size of ink and moves it, in one step: averages areas where it shrinks, interpolates where it grows. */
final class Resampler {

    private Resampler() { }

    /**
     * Ink scaled and placed on an empty square sheet.
     *
     * @param scale pixels of the sheet for one of the source
     * @param left  where the source's left edge comes to lie, in pixels of the sheet
     * @param top   where the source's upper edge comes to lie, in pixels of the sheet
     * @param side  of the sheet, in pixels
     */
    static GrayImage place(GrayImage source, double scale, double left, double top, int side) {
        Weights columns = Weights.of(source.width(), scale, left, side);
        Weights rows = Weights.of(source.height(), scale, top, side);
        var narrow = new float[side * source.height()];
        for (int y = 0; y < source.height(); y++) {
            columns.apply(source.ink(), y * source.width(), 1, narrow, y * side, 1);
        }
        GrayImage result = GrayImage.blank(side, side);
        for (int x = 0; x < side; x++) {
            rows.apply(narrow, x, side, result.ink(), x, side);
        }
        return result;
    }

    /** Which source pixels make up each target pixel along one side, and how much each counts; outside there is paper. */
    private record Weights(int[] first, float[][] weights) {

        static Weights of(int length, double scale, double offset, int side) {
            var first = new int[side];
            var weights = new float[side][];
            double reach = Math.max(0.5 / scale, 0.5);
            for (int i = 0; i < side; i++) {
                double centre = (i + 0.5 - offset) / scale;
                int start = (int) Math.max(0, Math.floor(centre - reach + 1e-9));
                int end = (int) Math.min(length, Math.ceil(centre + reach - 1e-9));
                first[i] = start;
                weights[i] = new float[Math.max(0, end - start)];
                for (int k = start; k < end; k++) {
                    weights[i][k - start] = (float) ((Math.min(k + 1, centre + reach) - Math.max(k, centre - reach)) / (2 * reach));
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
