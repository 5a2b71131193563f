package org.digitlens.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts of a model's report, and the one of all models, pixel by pixel where it matters. */
class ReportChartTest {

    private static final List<String> LABELS = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void mistakesAreWarmAndWhatWasReadRightIsNot(Theme theme) {
        int[][] counts = diagonal(10, 1000);
        counts[4][9] = 30;
        counts[9][4] = 1;
        BufferedImage chart = read(ConfusionChart.png(LABELS, counts, theme, 1));
        assertEquals(theme.warm, cell(chart, 4, 9), "the most frequent mistake");
        assertEquals(theme.line, cell(chart, 3, 3), "read right");
        assertTrue(redness(cell(chart, 9, 4)) > redness(cell(chart, 0, 1)), "a single mistake shows");
        assertTrue(redness(cell(chart, 4, 9)) > redness(cell(chart, 9, 4)));
    }

    private static Color cell(BufferedImage chart, int actual, int predicted) {
        int left = 640 % 10 + 21; // labels of one letter, then ten equal cells
        int width = (640 - left) / 10;
        return new Color(chart.getRGB(left + predicted * width + width / 2 - 24, 34 + actual * 54 + 6));
    }

    private static int redness(Color colour) {
        return colour.getRed() - colour.getBlue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 26, 62, 300, 700})
    void drawsAnyNumberOfLabels(int labels) {
        List<String> names = IntStream.range(0, labels).mapToObj(i -> "label " + i).toList();
        BufferedImage chart = read(ConfusionChart.png(names, diagonal(labels, 5), Theme.DARK, 1));
        assertEquals(640, chart.getWidth());
        assertEquals(ConfusionChart.HEIGHT, chart.getHeight());
    }

    private static int[][] diagonal(int labels, int count) {
        var counts = new int[labels][labels];
        for (int i = 0; i < labels; i++) {
            counts[i][i] = count;
        }
        return counts;
    }

    @Test
    void theCurveOfHeldOutErrorsFalls() {
        BufferedImage chart = read(LearningCurveChart.png(epochs(24, epoch -> OptionalDouble.of(0.1 / epoch)), Theme.LIGHT, 1));
        int[] heights = IntStream.of(80, 200, 330, 460, 580).map(x -> highest(chart, x, 280, Theme.LIGHT.accent)).toArray();
        int[] falling = heights.clone();
        Arrays.sort(falling);
        assertArrayEquals(falling, heights);
        assertNotEquals(heights[0], heights[4]);
    }

    /** The first pixel of a colour in a column, from a row downwards. */
    private static int highest(BufferedImage chart, int x, int from, Color colour) {
        return IntStream.range(from, chart.getHeight()).filter(y -> new Color(chart.getRGB(x, y), true).equals(colour)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 240, 5000})
    void drawsAnyNumberOfEpochsWithHeldOutPicturesOrWithout(int epochs) {
        byte[] with = LearningCurveChart.png(epochs(epochs, epoch -> OptionalDouble.of(epoch == 1 ? 0.9 : 0)), Theme.LIGHT, 1);
        byte[] without = LearningCurveChart.png(epochs(epochs, epoch -> OptionalDouble.empty()), Theme.LIGHT, 1);
        assertEquals(LearningCurveChart.HEIGHT, read(with).getHeight());
        assertEquals(LearningCurveChart.HEIGHT, read(without).getHeight());
    }

    private static List<LearningCurveChart.Epoch> epochs(int count, IntFunction<OptionalDouble> error) {
        return IntStream.rangeClosed(1, count).mapToObj(epoch -> new LearningCurveChart.Epoch(epoch, 2.0 / epoch, error.apply(epoch))).toList();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aBinStandsWhereItsConfidenceAndAccuracyMeet(Theme theme) {
        var bins = List.of(new ReliabilityChart.Bin(0, 0.5, 0, Double.NaN, Double.NaN), new ReliabilityChart.Bin(0.5, 1, 100, 0.8, 0.4));
        BufferedImage chart = read(ReliabilityChart.png(bins, theme, 1));
        assertEquals(theme.accent, new Color(chart.getRGB(66 + 550 * 8 / 10, 34 + 290 * 6 / 10), true));
        assertEquals(theme.accent, new Color(chart.getRGB(66 + 550 * 3 / 4, 440), true), "the bar of 100 pictures");
        assertEquals(0, chart.getRGB(66 + 550 / 4, 440) >>> 24, "no bar of none");
    }

    @Test
    void drawsReliabilityOfNoPicturesAtAll() {
        var bins = List.of(new ReliabilityChart.Bin(0, 1, 0, Double.NaN, Double.NaN));
        assertEquals(ReliabilityChart.HEIGHT, read(ReliabilityChart.png(bins, Theme.LIGHT, 1)).getHeight());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksTheChosenThreshold(Theme theme) {
        var curve = List.of(new RefusalChart.Point(1, 0.2), new RefusalChart.Point(0.99, 0.5), new RefusalChart.Point(0.9, 0.8));
        BufferedImage marked = read(RefusalChart.png(curve, Optional.of(new RefusalChart.Point(0.95, 0.6)), theme, 1));
        int x = 66 + 550 / 2;
        int y = 34 + (RefusalChart.HEIGHT - 88) * 4 / 10;
        assertEquals(theme.warm, new Color(marked.getRGB(x, y), true));
        BufferedImage plain = read(RefusalChart.png(curve, Optional.empty(), theme, 1));
        assertNotEquals(theme.warm, new Color(plain.getRGB(x, y), true));
    }

    @Test
    void drawsRefusalsOfOneThreshold() {
        var point = new RefusalChart.Point(1, 0);
        assertEquals(RefusalChart.HEIGHT, read(RefusalChart.png(List.of(point), Optional.of(point), Theme.DARK, 1)).getHeight());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void setsErrorsAgainstTimesOnLogarithmicAxes(Theme theme) {
        var models = List.of(new ErrorLatencyChart.Model("digits", 0.01, 0.005, 0.02, 100, true),
            new ErrorLatencyChart.Model("a", 0.1, 0.1, 0.1, 12, false), new ErrorLatencyChart.Model("b", 0.001, 0.001, 0.001, 860, false));
        BufferedImage chart = read(ErrorLatencyChart.png(models, theme, 1));
        assertEquals(theme.warm, new Color(chart.getRGB(66 + 275, 34 + 200), true), "in the middle of 10 to 1000 and of 0.1 to 10");
    }

    @Test
    void noErrorAtAllDoesNotSqueezeTheOthers() {
        var models = List.of(new ErrorLatencyChart.Model("perfect", 0, 0, 0, 12, false),
            new ErrorLatencyChart.Model("digits", 0.01, 0.01, 0.01, 100, true), new ErrorLatencyChart.Model("a", 0.1, 0.1, 0.1, 860, false));
        BufferedImage chart = read(ErrorLatencyChart.png(models, Theme.LIGHT, 1));
        assertEquals(Theme.LIGHT.warm, new Color(chart.getRGB(66 + 275, 34 + 200), true), "1 in the middle of 0.1 to 10");
    }

    @Test
    void drawsPerfectAndHopelessModels() {
        var models = List.of(new ErrorLatencyChart.Model("perfect", 0, 0, 0, 1, true),
            new ErrorLatencyChart.Model("a model with a very long name, far longer than any", 1, 1, 1, 9e6, false));
        assertEquals(ErrorLatencyChart.HEIGHT, read(ErrorLatencyChart.png(models, Theme.LIGHT, 1)).getHeight());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void scalesToSharperScreensInSmallFiles(int scale) {
        int[][] counts = diagonal(10, 987);
        IntStream.range(0, 10).forEach(label -> counts[label][(label + 3) % 10] = 3 * label);
        for (byte[] png : List.of(ConfusionChart.png(LABELS, counts, Theme.DARK, scale),
                LearningCurveChart.png(epochs(30, epoch -> OptionalDouble.of(0.1 / epoch)), Theme.LIGHT, scale))) {
            assertEquals(640 * scale, read(png).getWidth());
            assertTrue(png.length < 25_000 * scale, png.length + " bytes");
        }
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
