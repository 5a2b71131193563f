package org.digitlens.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How a network learnt: the loss of each epoch, and below it the share of held-out pictures that were read wrong. */
public final class LearningCurveChart {

    /** In units; a unit is as many pixels as the scale says. */
    public static final int HEIGHT = 508;

    private static final int PANEL = 240;
    private static final int GAP = 26;
    private static final int TICKS = 5;
    private static final int[] EPOCH_STEPS = {1, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final int MOST_EPOCHS = 12;
    private static final double LOGARITHMIC = 6;
    private static final int DIGITS = 3;
    private static final int LIFT = 13;
    private static final int ROOM = 70;

    /**
     * One pass over the training pictures.
     *
     * @param number of the epoch, from 1
     * @param loss   mean over the epoch
     * @param error  share of the held-out pictures that were read wrong, 0 to 1, where any were held out
     */
    public record Epoch(int number, double loss, OptionalDouble error) { }

    private LearningCurveChart() { }

    /**
     * The chart as a PNG file of 640 x 508 units.
     *
     * @param epochs in their order, at least one
     */
    public static byte[] png(List<Epoch> epochs, Theme theme, int scale) {
        List<Epoch> heldOut = epochs.stream().filter(epoch -> epoch.error().isPresent()).toList();
        var canvas = new Canvas(Plot.SHEET, HEIGHT, scale);
        Axis x = epochAxis(epochs.get(epochs.size() - 1).number());
        int field = heldOut.isEmpty() ? HEIGHT - Plot.ABOVE - Plot.BELOW : PANEL - Plot.ABOVE - GAP;
        panel(canvas, 0, field, x, epochs, epochs.stream().mapToDouble(Epoch::loss).toArray(), theme)
            .paint(canvas, heldOut.isEmpty() ? "epoch" : "", "loss", theme);
        if (!heldOut.isEmpty()) {
            double[] percent = heldOut.stream().mapToDouble(epoch -> 100 * epoch.error().getAsDouble()).toArray();
            panel(canvas, PANEL, field, x, heldOut, percent, theme)
                .paint(canvas, "epoch", "held-out pictures read wrong, %", theme);
        }
        return canvas.smallPng();
    }

    private static Plot panel(Canvas canvas, int above, int field, Axis x, List<Epoch> epochs, double[] values,
            Theme theme) {
        double least = DoubleStream.of(values).min().orElseThrow();
        double most = DoubleStream.of(values).max().orElseThrow();
        Axis y = least >= 0 && most > LOGARITHMIC * least ? Axis.logarithmic(values, TICKS) : Axis.around(values, TICKS);
        var plot = new Plot(above, field, x, y);
        double last = epochs.get(epochs.size() - 1).number();
        double value = values[values.length - 1];
        plot.line(epochs.stream().mapToDouble(Epoch::number).toArray(), values, theme.accent, 3);
        plot.spots(new double[] {last}, new double[] {value}, theme.accent);
        double free = IntStream.range(0, values.length).filter(i -> plot.atX(epochs.get(i).number()) > plot.atX(last) - ROOM)
            .mapToDouble(i -> plot.atY(values[i])).min().orElseThrow();
        canvas.text(Axis.text(value, DIGITS), Plot.BOLD, theme.ink, plot.atX(last), free - LIFT, last == 1 ? 0.5 : 1);
        return plot;
    }

    /** From the first epoch to the last. */
    private static Axis epochAxis(int last) {
        int step = IntStream.of(EPOCH_STEPS).filter(each -> last / each <= MOST_EPOCHS).findFirst().orElse(last);
        List<Double> ticks = IntStream.iterate(0, epoch -> epoch <= last, epoch -> epoch + step).mapToDouble(epoch -> Math.max(1, epoch))
            .distinct().boxed().toList();
        return new Axis(last == 1 ? 0 : 1, last == 1 ? 2 : last, false, ticks);
    }
}
