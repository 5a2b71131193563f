package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.stream.Stream;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of ruled and squared paper are taken out, and the strokes that cross them stay whole. */
class RuledPaperTest {

    private static final int SIDE = 320;
    private static final InkPainter CANVAS = InkPainter.canvas(SIDE);
    private static final Color PALE_BLUE = new Color(160, 190, 225);
    private static final Color PINK = new Color(230, 160, 170);
    private static final Color GREY = new Color(150, 150, 150);

    private interface Paper {
        Darkroom below(Darkroom drawing);
    }

    private static Arguments paper(String name, Paper paper) {
        return Arguments.of(name, paper);
    }

    static Stream<Arguments> papers() {
        return Stream.of(
            paper("pale blue lines", sheet -> sheet.ruled(PALE_BLUE, 2, 45, 0, 0)),
            paper("thin grey lines", sheet -> sheet.ruled(GREY, 1, 45, 1, 0)),
            paper("squares", sheet -> sheet.ruled(PALE_BLUE, 1.5f, 32, 2, 0).ruled(PALE_BLUE, 1.5f, 32, 92, 0)),
            paper("a margin", sheet -> sheet.ruled(PALE_BLUE, 2, 45, 0, 0).ruled(PINK, 2, 1000, 90, 0)),
            paper("lines tilted by 15 degrees", sheet -> sheet.ruled(PALE_BLUE, 2, 45, 15, 0)),
            paper("curved lines", sheet -> sheet.ruled(PALE_BLUE, 2, 45, -2, 8)),
            paper("lines nearly as dark as the ink", sheet -> sheet.ruled(new Color(40, 40, 40), 2, 60, 1, 0)),
            paper("squares, photographed", sheet -> sheet.ruled(PALE_BLUE, 2, 32, 3, 0).ruled(PALE_BLUE, 2, 32, 93, 0)
                .lit((x, y) -> 1 - 0.5 * x).noisy(5).asJpeg(0.7f)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("papers")
    void readsTheSameSigns(String name, Paper paper) {
        double difference = 0;
        for (int digit = 0; digit <= 9; digit++) {
            var drawing = new Darkroom(CANVAS.paint(Ink.of(digit)));
            difference += Pictures.difference(drawing.read(), paper.below(drawing).read()) / 10;
        }
        assertEquals(0, difference, 0.02, name);
    }

    @Test
    void findsNothingOnRuledPaperWithoutWriting() {
        var sheet = new Darkroom(CANVAS.withColours(Color.WHITE, Color.WHITE).paint(Ink.one()));
        Darkroom photo = sheet.ruled(PALE_BLUE, 2, 32, 2, 0).ruled(PALE_BLUE, 2, 32, 92, 0).lit((x, y) -> 1 - 0.5 * x).noisy(4);
        assertTrue(Segmenter.single(InkExtractor.extract(photo.developed())).isEmpty());
    }

    @Test
    void takesALoneStrokeFromEdgeToEdgeForWriting() {
        var painter = new InkPainter(80, 200, -70, -10, 220, 8, 0, Color.WHITE, Color.BLACK);
        assertUntouched(Pictures.of(painter.paint(Ink.one())), "a one");
    }

    @Test
    void leavesDrawingsAlone() {
        for (int side : new int[] {56, 100, 200, SIDE}) {
            for (Ink ink : Ink.all()) {
                var painter = InkPainter.canvas(side).withPen(side * 0.03).at(side * 0.05, side * 0.1, side * 0.85);
                assertUntouched(Pictures.of(painter.paint(ink)), ink + ", " + side + " pixels"); // a bar of most of the width
            }
        }
    }

    private static void assertUntouched(Picture drawing, String name) {
        var difference = new Difference(drawing.width(), drawing.height(), new byte[drawing.rgb().length], 0);
        EvenPaper.of(drawing).differences(drawing, difference.values());
        assertSame(difference, Ruling.remove(difference), name);
    }
}
