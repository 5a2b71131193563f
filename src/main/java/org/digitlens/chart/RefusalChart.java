package org.digitlens.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a stricter threshold costs and gains: the share of the test pictures that is kept against the share of other signs
 * that is refused.
 */
public final class RefusalChart {

    /** In units; a unit is as many pixels as the scale says. */
    public static final int HEIGHT = 408;

    private static final double WIDEST = 99;
    private static final int BESIDE = 14;

    /**
     * What one threshold does.
     *
     * @param kept    share of the test pictures that it keeps, 0 to 1
     * @param refused share of the other signs that it refuses, 0 to 1
     */
    public record Point(double kept, double refused) {

        private double percentKept() {
            return 100 * kept;
        }

        private double percentRefused() {
            return 100 * refused;
        }
    }

    private RefusalChart() { }

    /**
     * The chart as a PNG file of 640 x 408 units.
     *
     * @param curve  points in the order of their thresholds, at least one
     * @param chosen the threshold that the model uses, if it is known
     */
    public static byte[] png(List<Point> curve, Optional<Point> chosen, Theme theme, int scale) {
        var canvas = new Canvas(Plot.SHEET, HEIGHT, scale);
        double[] kept = curve.stream().mapToDouble(Point::percentKept).toArray();
        double[] refused = curve.stream().mapToDouble(Point::percentRefused).toArray();
        double least = Math.min(chosen.map(Point::percentKept).orElse(WIDEST), DoubleStream.of(kept).min().orElse(WIDEST));
        Axis x = Axis.around(new double[] {Math.min(WIDEST, least), 100}, 6);
        var plot = new Plot(0, HEIGHT - Plot.ABOVE - Plot.BELOW, x, Axis.linear(0, 100, 5));
        plot.line(kept, refused, theme.accent, 3);
        if (curve.size() == 1) {
            plot.spots(kept, refused, theme.accent);
        }
        chosen.ifPresent(point -> mark(plot, x, point, theme));
        plot.paint(canvas, "test pictures kept, %", "other signs refused, %", theme);
        chosen.ifPresent(point -> name(canvas, plot, curve, point, theme));
        return canvas.smallPng();
    }

    private static void mark(Plot plot, Axis x, Point chosen, Theme theme) {
        plot.dotted(new double[] {x.from(), chosen.percentKept(), chosen.percentKept()},
            new double[] {chosen.percentRefused(), chosen.percentRefused(), 0}, theme.warm);
        plot.spots(new double[] {chosen.percentKept()}, new double[] {chosen.percentRefused()}, theme.warm);
    }

    /** Below the mark and towards the middle; where there is no room for that, above the curve. */
    private static void name(Canvas canvas, Plot plot, List<Point> curve, Point chosen, Theme theme) {
        String name = String.format(Locale.ROOT, "keeps %.1f %%, refuses %.1f %%", chosen.percentKept(), chosen.percentRefused());
        double width = canvas.graphics().getFontMetrics(Plot.BOLD).stringWidth(name);
        double x = plot.atX(chosen.percentKept());
        double left = plot.isRight(x) ? x - BESIDE - width : x + BESIDE;
        double below = plot.atY(chosen.percentRefused()) + 2 * BESIDE;
        double above = curve.stream().filter(point -> Math.abs(plot.atX(point.percentKept()) - left - width / 2) < width / 2 + BESIDE)
            .mapToDouble(point -> plot.atY(point.percentRefused())).min().orElse(below) - BESIDE;
        canvas.text(name, Plot.BOLD, theme.ink, left, below < plot.atY(0) ? below : above, 0);
    }
}
