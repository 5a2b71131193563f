package org.digitlens.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @Test
    void namesRoundValuesFromEndToEnd() {
        assertTicks(Axis.linear(0, 100, 5), 0, 20, 40, 60, 80, 100);
        assertTicks(Axis.around(new double[] {0.52, 1.38}, 5), 0.4, 0.6, 0.8, 1, 1.2, 1.4);
        assertTicks(Axis.around(new double[] {97, 100}, 6), 97, 97.5, 98, 98.5, 99, 99.5, 100);
    }

    @Test
    void namesOneTwoAndFiveOfEachPowerOfTen() {
        assertTicks(Axis.logarithmic(new double[] {32, 310}, 6), 20, 50, 100, 200, 500);
        assertTicks(Axis.logarithmic(new double[] {0.13, 7.6}, 6), 0.1, 0.2, 0.5, 1, 2, 5, 10);
    }

    @Test
    void namesPowersOfTenOnlyWhereThereAreMany() {
        assertTicks(Axis.logarithmic(new double[] {1, 10_000}, 5), 1, 10, 100, 1000, 10_000);
        assertTicks(Axis.logarithmic(new double[] {1, 10_000}, 3), 1, 100, 10_000);
    }

    @Test
    void ofOneValueItIsAnAxisToo() {
        assertTicks(Axis.logarithmic(new double[] {3}, 6), 2, 5);
        assertTicks(Axis.around(new double[] {1.375}, 5), 1, 1.5);
        assertTicks(Axis.around(new double[] {0, 0}, 5), 0, 0.2);
    }

    @Test
    void whatALogarithmCannotShowLiesAtTheBeginning() {
        Axis axis = Axis.logarithmic(new double[] {0, 0.5, 5}, 5);
        assertEquals(0.5, axis.from());
        assertEquals(0, axis.share(0));
        assertEquals(0.5, axis.share(Math.sqrt(0.5 * 5)), 1e-9);
        assertEquals(1, axis.share(5));
    }

    @Test
    void allNothingIsNothing() {
        Axis axis = Axis.logarithmic(new double[] {0, 0}, 5);
        assertTrue(axis.to() > axis.from() && axis.from() > 0);
        assertEquals(0, axis.share(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.2 | 0.2", "10000 | 10,000", "0.30000000000000004 | 0.3", "0 | 0", "97.5 | 97.5", "0.001 | 0.001"})
    void writesNumbersOut(double tick, String text) {
        assertEquals(text, Axis.text(tick));
    }

    private static void assertTicks(Axis axis, double... expected) {
        assertArrayEquals(expected, axis.ticks().stream().mapToDouble(Double::doubleValue).toArray(), 1e-9, axis::toString);
        assertArrayEquals(new double[] {expected[0], expected[expected.length - 1]},
            Stream.of(axis.from(), axis.to()).mapToDouble(Double::doubleValue).toArray(), 1e-9, axis::toString);
    }
}
