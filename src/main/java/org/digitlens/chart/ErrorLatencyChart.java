package org.digitlens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** What accuracy costs: the test error of each model, with its interval, against the time that a picture takes. */
public final class ErrorLatencyChart {

    /** In units; a unit is as many pixels as the scale says. */
    public static final int HEIGHT = 488;

    private static final int FIELD = HEIGHT - Plot.ABOVE - Plot.BELOW;
    private static final int TICKS = 6;
    private static final double LEAST_PERCENT = 0.01;
    private static final double MOST_LEAST_PERCENT = 0.1;
    private static final double BELOW_LEAST_ERROR = 5;
    private static final double MARGIN = 1.15;
    private static final int NAME_LENGTH = 24;

    /**
     * A model as a point of the chart.
     *
     * @param name       written beside it
     * @param error      share of the test pictures that it reads wrong, 0 to 1
     * @param low        lower bound of the error's interval, 0 to 1
     * @param high       upper bound
     * @param micros     time for one picture in microseconds, more than 0
     * @param emphasized whether it stands out
     */
    public record Model(String name, double error, double low, double high, double micros, boolean emphasized) { }

    private ErrorLatencyChart() { }

    /**
     * The chart as a PNG file of 640 x 488 units; both axes are logarithmic.
     *
     * @param models at least one
     */
    public static byte[] png(List<Model> models, Theme theme, int scale) {
        var canvas = new Canvas(Plot.SHEET, HEIGHT, scale);
        double least = least(models);
        Plot plot = plot(models, least);
        for (Model model : models.stream().sorted(Comparator.comparing(Model::emphasized)).toList()) {
            Color colour = model.emphasized() ? theme.warm : theme.accent;
            plot.line(new double[] {model.micros(), model.micros()}, new double[] {percent(model.low(), least), percent(model.high(), least)},
                colour, 3);
            plot.spots(new double[] {model.micros()}, new double[] {percent(model.error(), least)}, colour);
        }
        plot.paint(canvas, "time for one picture, µs", "test pictures read wrong, %", theme);
        names(canvas, plot, models, least, theme);
        return canvas.smallPng();
    }

    private static Plot plot(List<Model> models, double least) {
        double[] micros = models.stream()
            .flatMapToDouble(model -> DoubleStream.of(model.micros() / MARGIN, model.micros() * MARGIN)).toArray();
        double[] errors = models.stream()
            .flatMapToDouble(model -> DoubleStream.of(percent(model.low(), least), percent(model.high(), least))).toArray();
        return new Plot(0, FIELD, Axis.logarithmic(micros, TICKS), Axis.logarithmic(errors, TICKS));
    }

    /** Of an error in percent, where none at all has a place too. */
    private static double percent(double error, double least) {
        return Math.max(least, 100 * error);
    }

    /** Where no error at all has its place, in percent: below all others, and not so far below that these are squeezed. */
    private static double least(List<Model> models) {
        double smallest = models.stream().mapToDouble(Model::error).filter(error -> error > 0).min().orElse(0);
        return Math.max(LEAST_PERCENT, Math.min(MOST_LEAST_PERCENT, 100 * smallest / BELOW_LEAST_ERROR));
    }

    /** Each name near its spot, where it hides no other; from afar a thin line leads to it. */
    private static void names(Canvas canvas, Plot plot, List<Model> models, double least, Theme theme) {
        var places = new NamePlaces(Plot.SHEET, Plot.ABOVE, Plot.ABOVE + FIELD, Plot.FONT.getSize());
        for (Model model : models) {
            places.spot(plot.atX(model.micros()), plot.atY(percent(model.error(), least)));
            places.bar(plot.atX(model.micros()), plot.atY(percent(model.high(), least)), plot.atY(percent(model.low(), least)));
        }
        var order = Comparator.comparing(Model::emphasized).reversed().thenComparingDouble(Model::error);
        for (Model model : models.stream().sorted(order).toList()) {
            Font font = model.emphasized() ? Plot.BOLD : Plot.FONT;
            String name = Canvas.shortened(model.name(), NAME_LENGTH);
            double x = plot.atX(model.micros());
            double y = plot.atY(percent(model.error(), least));
            Rectangle2D place = places.take(x, y, canvas.graphics().getFontMetrics(font).stringWidth(name));
            places.leader(x, y, place).ifPresent(line -> {
                canvas.graphics().setColor(theme.soft);
                canvas.graphics().setStroke(new BasicStroke(1));
                canvas.graphics().draw(line);
            });
            canvas.text(name, font, theme.ink, place.getX(), place.getY() + 0.86 * place.getHeight(), 0);
        }
    }
}
