package org.digitlens.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Whether confidence can be believed: pictures are sorted into bins by the model's confidence, and each bin's share that
 * was read right stands against its mean confidence, with its 95 % interval. The nearer to the diagonal, the better.
 * Below, how many pictures each bin holds.
 */
public final class ReliabilityChart {

    /** In units; a unit is as many pixels as the scale says. */
    public static final int HEIGHT = 510;

    private static final int FIELD = 290;
    private static final int STRIP_ABOVE = Plot.ABOVE + FIELD + 14;
    private static final int STRIP = HEIGHT - STRIP_ABOVE - Plot.ABOVE - Plot.BELOW;
    private static final double LEAST_BAR = 1.2;
    private static final double Z = 1.959964;
    private static final double[] WHOLE = {0, 100};

    /**
     * The pictures whose confidence lies between two bounds.
     *
     * @param from       lower bound, 0 to 1
     * @param to         upper bound, 0 to 1
     * @param count      number of pictures
     * @param confidence their mean confidence, 0 to 1; any number where there are none
     * @param accuracy   share of them that was read right, 0 to 1; any number where there are none
     */
    public record Bin(double from, double to, int count, double confidence, double accuracy) { }

    private ReliabilityChart() { }

    /** The chart as a PNG file of 640 x 510 units. */
    public static byte[] png(List<Bin> bins, Theme theme, int scale) {
        var canvas = new Canvas(Plot.SHEET, HEIGHT, scale);
        List<Bin> filled = bins.stream().filter(bin -> bin.count() > 0).toList();
        accuracies(filled, theme).paint(canvas, "", "read right, %", theme);
        counts(filled, theme).paint(canvas, "confidence, %", "pictures", theme);
        return canvas.smallPng();
    }

    private static Plot accuracies(List<Bin> bins, Theme theme) {
        Axis percent = Axis.linear(0, 100, 5);
        var plot = new Plot(0, FIELD, percent, percent);
        plot.dotted(WHOLE, WHOLE, theme.soft);
        for (Bin bin : bins) {
            plot.line(new double[] {100 * bin.confidence(), 100 * bin.confidence()},
                new double[] {100 * wilson(bin, -1), 100 * wilson(bin, 1)}, Theme.mix(theme.paper, theme.accent, 0.5), 3);
        }
        if (!bins.isEmpty()) {
            plot.line(percent(bins, Bin::confidence), percent(bins, Bin::accuracy), theme.accent, 2);
            plot.spots(percent(bins, Bin::confidence), percent(bins, Bin::accuracy), theme.accent);
        }
        return plot;
    }

    private static double[] percent(List<Bin> bins, ToDoubleFunction<Bin> share) {
        return bins.stream().mapToDouble(bin -> 100 * share.applyAsDouble(bin)).toArray();
    }

    /** One end of the 95 % interval of a share (Wilson, 1927). */
    private static double wilson(Bin bin, int sign) {
        double n = bin.count();
        double p = bin.accuracy();
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.max(0, Math.min(1, (p + Z * Z / (2 * n) + sign * half) / (1 + Z * Z / n)));
    }

    private static Plot counts(List<Bin> bins, Theme theme) {
        Axis y = Axis.logarithmic(DoubleStream.concat(DoubleStream.of(1, 1000), bins.stream().mapToDouble(Bin::count)).toArray(), 3);
        var plot = new Plot(STRIP_ABOVE, STRIP, Axis.linear(0, 100, 5), y);
        for (Bin bin : bins) {
            double middle = 50 * (bin.from() + bin.to());
            double width = plot.atX(100 * bin.to()) - plot.atX(100 * bin.from()) - 4;
            plot.bar(middle, Math.max(LEAST_BAR, bin.count()), (float) Math.max(1, width), theme.accent);
        }
        return plot;
    }
}
