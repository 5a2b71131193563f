package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a camera, a lamp and a pen do to a drawing must not change what is read from it. */
class PhotographedInkTest {

    private static final InkPainter CANVAS = InkPainter.canvas(240);
    private static final Ink FIVE = Ink.of(5);
    private static final GrayImage DRAWN = Pictures.normalized(FIVE, CANVAS);

    private static final Color PAPER = new Color(235, 230, 220);
    private static final Color INK = new Color(100, 100, 110);

    private static final DoubleBinaryOperator FROM_THE_LEFT = (x, y) -> 1 - 0.6 * x;
    private static final DoubleBinaryOperator VIGNETTE = (x, y) -> 1 - 1.1 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5));
    private static final DoubleBinaryOperator HARD_SHADOW = (x, y) -> x + 0.4 * y > 0.7 ? 0.5 : 1;
    private static final DoubleBinaryOperator SOFT_SHADOW = (x, y) -> 1 - 0.5 / (1 + Math.exp(-20 * (y - 0.5)));

    static Stream<Arguments> photos() {
        return Stream.of(
            Arguments.of("lit from one side", photo(PAPER, INK).lit(FROM_THE_LEFT)),
            Arguments.of("shaded by the lens", photo(PAPER, INK).lit(VIGNETTE)),
            Arguments.of("across the hard edge of a shadow", photo(PAPER, INK).lit(HARD_SHADOW)),
            Arguments.of("across the soft edge of a shadow", photo(PAPER, INK).lit(SOFT_SHADOW).noisy(3)),
            Arguments.of("blurred and noisy", photo(PAPER, INK).lit(VIGNETTE).blurred(2).noisy(8)),
            Arguments.of("as a JPEG of low quality", photo(PAPER, INK).lit(FROM_THE_LEFT).noisy(4).asJpeg(0.4f)),
            Arguments.of("blue on yellow, unevenly lit", photo(new Color(250, 240, 150), new Color(110, 115, 170)).lit(FROM_THE_LEFT).noisy(4)),
            Arguments.of("red on a green as bright as it", photo(new Color(60, 130, 60), new Color(190, 90, 60)).lit(FROM_THE_LEFT).noisy(4)),
            Arguments.of("pencil on grey paper", photo(new Color(205, 205, 200), new Color(150, 150, 150)).lit(FROM_THE_LEFT).noisy(4)),
            Arguments.of("chalk on a board", photo(new Color(50, 70, 60), new Color(220, 225, 215)).lit(FROM_THE_LEFT).noisy(4)),
            Arguments.of("pale on dark blue", photo(new Color(60, 90, 180), new Color(140, 160, 220)).lit(FROM_THE_LEFT).noisy(4)),
            Arguments.of("on a dark table", photo(PAPER, INK).onATable(new Color(90, 60, 40), 0.15).lit(FROM_THE_LEFT).noisy(3)),
            Arguments.of("on a light table", photo(new Color(200, 190, 180), Color.BLACK).onATable(new Color(250, 250, 250), 0.15).noisy(3)));
    }

    private static Darkroom photo(Color paper, Color ink) {
        return new Darkroom(CANVAS.withColours(paper, ink).paint(FIVE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photos")
    void readsTheSameSign(String name, Darkroom photo) {
        assertEquals(0, Pictures.difference(DRAWN, photo.read()), 0.03, name);
    }

    static Stream<Arguments> blankSheets() {
        return Stream.of(
            Arguments.of("lit from one side", FROM_THE_LEFT), Arguments.of("shaded by the lens", VIGNETTE),
            Arguments.of("with a soft shadow", SOFT_SHADOW), Arguments.of("evenly lit", (DoubleBinaryOperator) (x, y) -> 0.8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blankSheets")
    void findsNothingOnBlankPaper(String name, DoubleBinaryOperator light) {
        for (double noise : new double[] {0, 3, 8}) {
            Darkroom sheet = new Darkroom(blank(400, 160, new Color(245, 240, 225))).lit(light).noisy(noise);
            for (Darkroom kept : new Darkroom[] {sheet, sheet.asJpeg(0.7f)}) {
                GrayImage ink = InkExtractor.extract(kept.developed());
                assertArrayEquals(new float[ink.ink().length], ink.ink(), name + ", noise of " + noise);
            }
        }
    }

    @Test
    void takesCleanDrawingsAsTheyAre() {
        for (int side : new int[] {200, 400}) {
            for (Ink ink : Ink.all()) {
                BufferedImage drawing = InkPainter.canvas(side).paint(ink);
                var expected = new float[side * side];
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = (255 - (drawing.getRGB(i % side, i / side) & 255)) / 255f;
                }
                assertArrayEquals(expected, InkExtractor.extract(Pictures.of(drawing)).ink(), ink + ", " + side + " pixels");
            }
        }
    }

    @Test
    void readsATinyPhoto() {
        GrayImage drawn = new Darkroom(InkPainter.canvas(40).withPen(4).paint(FIVE)).read();
        GrayImage seen = new Darkroom(InkPainter.canvas(40).withPen(4).paint(FIVE)).lit(FROM_THE_LEFT).noisy(3).read();
        assertEquals(0, Pictures.difference(drawn, seen), 0.04);
    }

    @Test
    void readsAPhotoThatTheSignFills() {
        InkPainter tight = InkPainter.canvas(200).at(14, 4, 172).withPen(20);
        GrayImage drawn = new Darkroom(tight.paint(FIVE)).read();
        assertEquals(0, Pictures.difference(drawn, new Darkroom(tight.paint(FIVE)).lit(VIGNETTE).noisy(4).read()), 0.03);
    }

    private static BufferedImage blank(int width, int height, Color paper) {
        var sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return sheet;
    }
}
