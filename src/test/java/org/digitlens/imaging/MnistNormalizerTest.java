package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MnistNormalizerTest {

    private static final InkPainter CANVAS = InkPainter.canvas(300);

    static List<Ink> inks() {
        return Ink.all();
    }

    @ParameterizedTest
    @MethodSource("inks")
    void doesNotCareWhereTheInkLies(Ink ink) {
        GrayImage centred = Pictures.normalized(ink, CANVAS.at(80, 80, 120));
        GrayImage inACorner = Pictures.normalized(ink, CANVAS.at(20, 165, 120));
        assertEquals(0, Pictures.difference(centred, inACorner), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("inks")
    void doesNotCareHowLargeTheInkIs(Ink ink) {
        GrayImage small = Pictures.normalized(ink, CANVAS.at(50, 50, 60).withPen(6));
        GrayImage large = Pictures.normalized(ink, CANVAS.at(30, 30, 240).withPen(24));
        assertEquals(0, Pictures.difference(small, large), 0.02);
    }

    @ParameterizedTest
    @MethodSource("inks")
    void putsTheCentreOfMassAtTheCentre(Ink ink) {
        GrayImage normal = Pictures.normalized(ink, CANVAS.at(10, 150, 100));
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < normal.ink().length; i++) {
            mass += normal.ink()[i];
            x += normal.ink()[i] * (i % 28);
            y += normal.ink()[i] * (i / 28);
        }
        assertEquals(14, x / mass, 0.5);
        assertEquals(14, y / mass, 0.5);
    }

    @ParameterizedTest
    @MethodSource("inks")
    void fitsTheLongerSideIntoTwentyPixels(Ink ink) {
        Box box = Segmenter.single(Pictures.normalized(ink, CANVAS)).orElseThrow().box();
        assertTrue(box.longerSide() >= 20 && box.longerSide() <= 21, box::toString);
    }

    @Test
    void movesASignOfTheRightSizeByWholePixelsOnly() {
        var random = new Random(3);
        var pixels = new float[20 * 14];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        GrayImage normal = MnistNormalizer.normalize(new Glyph(new Box(40, 30, 14, 20), new GrayImage(14, 20, pixels)));
        Box box = Segmenter.single(normal).orElseThrow().box();
        assertArrayEquals(pixels, normal.crop(box).ink(), 1e-6f);
    }

    @ParameterizedTest
    @MethodSource("inks")
    void leavesNoStrokeFaintHoweverThinThePen(Ink ink) {
        for (int side : new int[] {280, 800, 1600}) {
            GrayImage normal = Pictures.normalized(ink, InkPainter.canvas(side).withPen(1.5));
            float peak = 0;
            for (float value : normal.ink()) {
                peak = Math.max(peak, value);
            }
            assertTrue(peak >= 0.7f && peak <= 1, "peak " + peak + " on a canvas of " + side);
        }
    }

    @Test
    void keepsTheProportionsOfANarrowSign() {
        Box box = Segmenter.single(Pictures.normalized(Ink.one(), CANVAS)).orElseThrow().box();
        assertEquals(20, box.height(), 1);
        assertTrue(box.width() <= 3, box::toString);
    }
}
