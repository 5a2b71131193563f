package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlyphTest {

    static List<Ink> inks() {
        return Ink.all();
    }

    @ParameterizedTest
    @MethodSource("inks")
    void aDigitIsNeitherSpeckNorPatchByThinPensOrThick(Ink ink) {
        for (double pen : new double[] {2, 8, 24}) {
            Glyph glyph = Pictures.glyph(ink, InkPainter.canvas(200).withPen(pen));
            assertFalse(glyph.isSolid(), ink + " by a pen of " + pen);
            assertFalse(glyph.isSpeck(200, 200), ink + " by a pen of " + pen);
        }
    }

    @Test
    void filledShapesArePatches() {
        assertTrue(drawn(graphics -> graphics.fillRect(40, 40, 100, 100)).isSolid());
        assertTrue(drawn(graphics -> graphics.fillRect(5, 5, 190, 190)).isSolid());
        assertTrue(drawn(graphics -> graphics.fillOval(60, 60, 70, 70)).isSolid());
        assertTrue(drawn(graphics -> graphics.fillOval(90, 90, 14, 14)).isSolid(), "the dot that a tap leaves");
    }

    @Test
    void dustIsASpeck() {
        assertTrue(drawn(graphics -> graphics.fillRect(100, 100, 2, 3)).isSpeck(200, 200));
    }

    @Test
    void dirtBesideADigitDoesNotCount() {
        BufferedImage dirty = InkPainter.canvas(200).paint(Ink.seven());
        dirty.setRGB(3, 3, 0);
        dirty.setRGB(190, 195, 0);
        Glyph clean = Pictures.glyph(Ink.seven(), InkPainter.canvas(200));
        Glyph glyph = Segmenter.single(InkExtractor.extract(Pictures.of(dirty))).orElseThrow();
        assertEquals(clean.box(), glyph.box());
    }

    @Test
    void theHatOfAFiveBelongsToIt() {
        var hatless = new Ink("5", "hatless", List.of(Ink.of(5).strokes().get(1), Ink.of(5).strokes().get(2)));
        var apart = new Ink("5", "apart", List.of(hatless.strokes().get(0), hatless.strokes().get(1),
            List.of(new Ink.Point(0.45, -0.12), new Ink.Point(0.85, -0.12))));
        assertTrue(Pictures.glyph(apart, InkPainter.canvas(200)).box().height()
            > Pictures.glyph(hatless, InkPainter.canvas(200)).box().height());
    }

    private static Glyph drawn(Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 200);
        graphics.setColor(Color.BLACK);
        drawing.accept(graphics);
        graphics.dispose();
        return Segmenter.single(InkExtractor.extract(Pictures.of(image))).orElseThrow();
    }
}
