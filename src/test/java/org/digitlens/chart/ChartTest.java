package org.digitlens.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.digitlens.classifier.FeatureMaps;
import org.digitlens.classifier.Prediction;
import org.digitlens.explanation.ActivationMaps;
import org.digitlens.explanation.ClassActivationMap;
import org.digitlens.imaging.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

    private static final List<String> LABELS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsABarForEachLabelAsHighAsItsProbability(Theme theme) {
        double[] probabilities = {.02, .05, .01, .4, .01, .01, .15, .3, .03, .02};
        BufferedImage chart = read(ProbabilityChart.png(new Prediction("digits", LABELS, probabilities, Optional.empty()), theme, 1));
        assertEquals(640, chart.getWidth());
        assertEquals(360, chart.getHeight());
        double unit = barHeight(chart, 3, theme.accent.getRGB()) / .4;
        assertTrue(unit > 250, "a full bar is most of the chart's height, found " + unit);
        for (int label : new int[] {1, 6, 7, 8}) {
            assertEquals(unit * probabilities[label], barHeight(chart, label, theme.line.getRGB()), 2, "label " + label);
        }
    }

    private static int barHeight(BufferedImage chart, int label, int colour) {
        int x = label * 64 + 12; // inside the bar, beside the middle
        int height = 0;
        for (int y = 0; y < chart.getHeight(); y++) {
            height += alike(chart.getRGB(x, y), colour) ? 1 : 0;
        }
        return height;
    }

    /** A palette may cost the last bit or two of a colour. */
    private static boolean alike(int found, int expected) {
        return IntStream.of(0, 8, 16, 24).allMatch(shift -> Math.abs((found >> shift & 255) - (expected >> shift & 255)) <= 4);
    }

    @ParameterizedTest
    @CsvSource({"99.94, 99.9", "99.96, 99.9", "100, 100", "0.04, 0", "0.06, 0.1", "12, 12"})
    void writesPercentagesWithOneDecimalWhereItTells(double percent, String written) {
        assertEquals(written, ProbabilityChart.percent(percent));
    }

    @ParameterizedTest
    @CsvSource({"16, 8", "24, 8", "32, 8", "64, 16", "96, 16", "48, 12", "7, 7", "1, 1"})
    void laysOutMapsAboutTwiceAsWideAsHigh(int maps, int columns) {
        assertEquals(columns, MapGrid.WIDE.columns(maps));
    }

    @ParameterizedTest
    @CsvSource({"16, 4", "24, 6", "32, 8", "64, 8", "96, 12", "48, 8", "7, 7", "1, 1"})
    void laysOutMapsAboutAsWideAsHighForNarrowScreens(int maps, int columns) {
        assertEquals(columns, MapGrid.SQUARE.columns(maps));
    }

    @Test
    void coloursAllMapsOnOneScale() {
        var values = new float[16 * 4];
        Arrays.fill(values, 0, 4, 2f);
        Arrays.fill(values, 4, 8, 1f);
        var maps = ActivationMaps.of("conv1", new FeatureMaps(16, 2, 2, values));
        assertEquals(2, maps.active());
        BufferedImage chart = read(ActivationChart.png(maps, MapGrid.WIDE, Theme.LIGHT, 1));
        int cell = chart.getWidth() / 8;
        assertEquals(0xfffde725, chart.getRGB(5, 5), "the strongest answer is the brightest");
        assertEquals(0xff440154, chart.getRGB(2 * cell + 9, 5), "no answer is the darkest");
        assertNotEquals(chart.getRGB(5, 5), chart.getRGB(cell + 9, 5));
        assertNotEquals(chart.getRGB(2 * cell + 9, 5), chart.getRGB(cell + 9, 5));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void warmsWhatSpeaksForALabelAndCoolsWhatSpeaksAgainstIt(Theme theme) {
        var values = new float[28 * 28];
        Arrays.fill(values, 0, 14 * 28, 3f);
        Arrays.fill(values, 14 * 28, 28 * 28, -3f);
        BufferedImage chart = read(ClassActivationChart.png(new ClassActivationMap("7", 28, values), GrayImage.blank(28, 28), theme, 1));
        assertEquals(theme.warm.getRGB(), chart.getRGB(100, 50));
        assertEquals(theme.cool.getRGB(), chart.getRGB(100, 350));
    }

    @Test
    void scalesToSharperScreens() {
        var prediction = new Prediction("digits", LABELS, new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Optional.empty());
        assertEquals(1920, read(ProbabilityChart.png(prediction, Theme.LIGHT, 3)).getWidth());
    }

    @Test
    void keepsFullColoursFullWhenThereAreTooManyForAPalette() {
        var canvas = new Canvas(200, 200, 1);
        for (int i = 0; i < 4000; i++) {
            canvas.graphics().setColor(new java.awt.Color(i * 4 % 256, i / 16 % 256, 77));
            canvas.graphics().fillRect(i % 200, i / 200 * 10, 1, 10);
        }
        BufferedImage picture = read(canvas.png());
        for (int y = 0; y < 200; y += 7) {
            assertEquals(255, picture.getRGB(y, y) >>> 24);
        }
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
