package org.digitlens.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * One axis of a chart.
 *
 * @param from        the value at its beginning
 * @param to          the value at its end, larger
 * @param logarithmic whether equal ratios, not equal differences, lie equally far apart; both ends are then above 0
 * @param ticks       the values that are written beside it
 */
record Axis(double from, double to, boolean logarithmic, List<Double> ticks) {

    private static final int[] STEPS = {1, 2, 5, 10};
    private static final double SLACK = 1e-9;
    private static final double MANY_DECADES = 2.5;
    private static final double WIDEST = 1e6;
    private static final int DIGITS = 6;

    /** From one value to another, with at most so many ticks after the first. */
    static Axis linear(double from, double to, int most) {
        return stepped(from, to, roundUp((to - from) / most));
    }

    /** Around all values, beginning and ending at a tick. */
    static Axis around(double[] values, int most) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        double step = roundUp((high > low ? high - low : Math.max(Math.abs(high), 1)) / most);
        double from = Math.floor(low / step + SLACK) * step;
        return stepped(from, Math.max(Math.ceil(high / step - SLACK) * step, from + step), step);
    }

    private static Axis stepped(double from, double to, double step) {
        return new Axis(from, to, false, DoubleStream.iterate(Math.ceil(from / step - SLACK), at -> at * step <= to + SLACK * step,
            at -> at + 1).map(at -> at * step).boxed().toList());
    }

    /** Around all values above 0, from a round one to a round one; smaller ones will lie at its beginning. */
    static Axis logarithmic(double[] values, int most) {
        double high = DoubleStream.of(values).filter(value -> value > 0).max().orElse(1);
        double low = Math.max(DoubleStream.of(values).filter(value -> value > 0).min().orElse(high), high / WIDEST);
        double from = roundDown(low);
        double to = Math.max(roundUp(high), roundUp(2 * from));
        double decades = Math.log10(to / from);
        int every = (int) Math.ceil(decades / most);
        double[] digits = decades > MANY_DECADES ? new double[] {1} : new double[] {1, 2, 5};
        double first = Math.floor(Math.log10(from) + SLACK);
        return new Axis(from, to, true, DoubleStream.iterate(first, decade -> decade <= Math.log10(to) + SLACK, decade -> decade + every)
            .flatMap(decade -> DoubleStream.of(digits).map(digit -> digit * Math.pow(10, decade)))
            .filter(tick -> tick >= from * (1 - SLACK) && tick <= to * (1 + SLACK)).boxed().toList());
    }

    /** The next round value above, 1, 2 or 5 times a power of ten. */
    private static double roundUp(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value) + SLACK));
        for (int step : STEPS) {
            if (step * decade >= value * (1 - SLACK)) {
                return step * decade;
            }
        }
        return STEPS[STEPS.length - 1] * decade;
    }

    private static double roundDown(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value) + SLACK));
        double best = decade;
        for (int step : STEPS) {
            best = step * decade <= value * (1 + SLACK) ? step * decade : best;
        }
        return best;
    }

    /** Where a value lies on an even scale: itself, or its logarithm. */
    double even(double value) {
        return logarithmic ? Math.log10(Math.max(value, from)) : value;
    }

    /** How far along the axis a value lies, 0 at its beginning, 1 at its end. */
    double share(double value) {
        return (even(value) - even(from)) / (even(to) - even(from));
    }

    /** A number as it is written beside the axis. */
    static String text(double tick) {
        return text(tick, DIGITS);
    }

    /** A number with so many digits, written out. */
    static String text(double value, int digits) {
        BigDecimal number = new BigDecimal(value, new MathContext(digits)).stripTrailingZeros();
        return number.scale() <= 0 ? String.format(Locale.ROOT, "%,d", number.toBigInteger()) : number.toPlainString();
    }
}
