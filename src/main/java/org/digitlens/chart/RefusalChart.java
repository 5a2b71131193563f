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
        chosen.ifPresent(point -> name(canvas, plot, point, theme));
        return canvas.smallPng();
    }

    private static void mark(Plot plot, Axis x, Point chosen, Theme theme) {
        plot.dotted(new double[] {x.from(), chosen.percentKept(), chosen.percentKept()},
            new double[] {chosen.percentRefused(), chosen.percentRefused(), 0}, theme.warm);
        plot.spots(new double[] {chosen.percentKept()}, new double[] {chosen.percentRefused()}, theme.warm);
    }

    /** Below and towards the middle, away from the curve and the edges. */
    private static void name(Canvas canvas, Plot plot, Point chosen, Theme theme) {
        double x = plot.atX(chosen.percentKept());
        boolean leftwards = plot.isRight(x);
        double y = plot.atY(chosen.percentRefused()) + (chosen.percentRefused() > 20 ? 2 : -1) * BESIDE;
        canvas.text(String.format(Locale.ROOT, "keeps %.1f %%, refuses %.1f %%", chosen.percentKept(), chosen.percentRefused()),
            Plot.BOLD, theme.ink, x + (leftwards ? -BESIDE : BESIDE), y, leftwards ? 1 : 0);
    }
}
