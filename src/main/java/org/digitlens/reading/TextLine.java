package org.digitlens.reading;

import java.util.Comparator;
import java.util.List;

import org.digitlens.imaging.Piece;

/**
 * Ink that was written along one line.
 *
 * @param pieces from left to right
 * @param height of its digits, about, in pixels
 * @param pen    width of the pen, about, in pixels
 */
record TextLine(List<Piece> pieces, double height, double pen) {

    /** A piece of this share of the line's height may be a digit. */
    private static final double TALL = 0.5;

    /** Pieces of ink in any order. */
    static TextLine of(List<Piece> pieces) {
        List<Piece> sorted = pieces.stream().sorted(Comparator.comparingDouble(piece -> piece.box().centreX())).toList();
        double mass = sorted.stream().mapToDouble(Piece::mass).sum();
        double pen = sorted.stream().mapToDouble(piece -> piece.mass() * piece.pen()).sum() / mass;
        return new TextLine(sorted, typicalHeight(sorted), pen);
    }

    /** Whether a piece is tall enough to be a digit of this line. */
    boolean isTall(Piece piece) {
        return piece.box().height() >= TALL * height;
    }

    /** The height that half of the ink does not exceed, in pixels. */
    static double typicalHeight(List<Piece> pieces) {
        List<Piece> byHeight = pieces.stream().sorted(Comparator.comparingDouble(Piece::stature)).toList();
        double rest = pieces.stream().mapToDouble(Piece::mass).sum() / 2;
        int at = 0;
        while (at + 1 < byHeight.size() && rest > byHeight.get(at).mass()) {
            rest -= byHeight.get(at++).mass();
        }
        return byHeight.get(at).stature();
    }
}
