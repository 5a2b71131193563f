package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PieceTest {

    /** A frame of one pixel with a dot inside, and a bar beside it. */
    private static final String[] PICTURE = {
        "#####...",
        "#...#...",
        "#.#.#.##",
        "#...#.##",
        "#####...",
    };

    private static List<Piece> pieces() {
        GrayImage ink = GrayImage.blank(8, 5);
        IntStream.range(0, 40).forEach(i -> ink.ink()[i] = PICTURE[i / 8].charAt(i % 8) == '#' ? 1 : 0);
        return Segmenter.pieces(ink).stream().sorted(Comparator.comparingDouble(Piece::mass)).toList();
    }

    @Test
    void areWhatIsConnectedDirtAndAll() {
        assertEquals(List.of(new Box(2, 2, 1, 1), new Box(6, 2, 2, 2), new Box(0, 0, 5, 5)), pieces().stream().map(Piece::box).toList());
        assertEquals(List.of(1.0, 4.0, 16.0), pieces().stream().map(Piece::mass).toList());
    }

    @Test
    void glyphHasOnlyItsOwnInk() {
        Glyph frame = pieces().get(2).glyph();
        assertEquals(0, frame.ink().at(2, 2));
        assertEquals(1, frame.ink().at(4, 2));
    }

    @Test
    void severalBecomeOne() {
        Piece all = Piece.of(pieces());
        assertEquals(new Box(0, 0, 8, 5), all.box());
        assertEquals(21, all.mass());
        assertEquals(1, all.glyph().ink().at(2, 2));
    }

    @Test
    void tellsWhereItsInkLies() {
        Piece frame = pieces().get(2);
        assertTrue(frame.hasInkIn(new Box(3, 3, 2, 1)));
        assertFalse(frame.hasInkIn(new Box(1, 1, 3, 3)));
    }

    @Test
    void statureOfAChainOnASlopeIsThatOfItsParts() {
        GrayImage ink = GrayImage.blank(400, 160);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 40; y++) {
                ink.ink()[(y + x / 4) * 400 + x] = 1;
            }
        }
        Piece chain = Segmenter.pieces(ink).get(0);
        assertEquals(139, chain.box().height());
        assertEquals(48, chain.stature(), 6);
    }

    @Test
    void levelsOfEightBitsAreKept() {
        GrayImage ink = new GrayImage(3, 1, new float[] {0, 0.5f, 1});
        assertArrayEquals(new float[] {0, 128 / 255f, 1}, ink.quantized().ink());
        assertArrayEquals(ink.quantized().ink(), ink.quantized().quantized().ink());
    }
}
