package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.Stream;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InkExtractorTest {

    private static final InkPainter CANVAS = InkPainter.canvas(200);
    private static final GrayImage BLACK_ON_WHITE = Pictures.normalized(Ink.four(), CANVAS);

    static Stream<Arguments> colours() {
        return Stream.of(
            Arguments.of("white on black", Color.BLACK, Color.WHITE),
            Arguments.of("black on transparent", null, Color.BLACK),
            Arguments.of("white on transparent", null, Color.WHITE),
            Arguments.of("blue on transparent", null, Color.BLUE),
            Arguments.of("blue on yellow", Color.YELLOW, Color.BLUE),
            Arguments.of("red on a green as bright as it", new Color(0, 130, 0), Color.RED),
            Arguments.of("pencil on grey", new Color(200, 200, 200), new Color(140, 140, 140)),
            Arguments.of("chalk on a board", new Color(40, 60, 50), new Color(220, 225, 215)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("colours")
    void findsTheSameInkInAnyColours(String name, Color paper, Color ink) {
        GrayImage coloured = Pictures.normalized(Ink.four(), CANVAS.withColours(paper, ink));
        assertEquals(0, Pictures.difference(BLACK_ON_WHITE, coloured), 0.01, name);
    }

    @Test
    void findsNothingOnBlankSheetsOfAnyColour() {
        for (Color paper : new Color[] {Color.WHITE, Color.BLACK, Color.ORANGE, null}) {
            var painter = CANVAS.withColours(paper, paper == null ? new Color(0, true) : paper);
            assertTrue(Segmenter.single(InkExtractor.extract(Pictures.of(painter.paint(Ink.seven())))).isEmpty());
        }
    }

    @Test
    void findsNothingInTheNoiseOfABlankPhoto() {
        BufferedImage noise = withNoise(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), 5);
        assertTrue(Segmenter.single(InkExtractor.extract(Pictures.of(noise))).isEmpty());
    }

    @Test
    void seesThroughNoise() {
        BufferedImage noisy = withNoise(CANVAS.withColours(new Color(210, 205, 190), new Color(40, 40, 80)).paint(Ink.four()), 6);
        Glyph glyph = Segmenter.single(InkExtractor.extract(Pictures.of(noisy))).orElseThrow();
        assertEquals(0, Pictures.difference(BLACK_ON_WHITE, MnistNormalizer.normalize(glyph)), 0.03);
    }

    private static BufferedImage withNoise(BufferedImage image, double deviation) {
        var random = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int noise = (int) Math.round(random.nextGaussian() * deviation);
                var colour = new Color(image.getRGB(x, y));
                image.setRGB(x, y, new Color(bounded(colour.getRed() + noise), bounded(colour.getGreen() + noise),
                    bounded(colour.getBlue() + noise)).getRGB());
            }
        }
        return image;
    }

    private static int bounded(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
