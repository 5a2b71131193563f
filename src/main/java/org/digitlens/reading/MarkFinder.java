package org.digitlens.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Piece;

/**
 * Tells decimal separators and minus signs by their shape and by where they stand. All shares are of the height of the line's
 * digits.
 */
final class MarkFinder {

    static final String POINT = ".";
    static final String MINUS = "-";

    /** A point is at most this large, a comma this tall. */
    private static final double POINT_SIDE = 0.3;
    private static final double COMMA_HEIGHT = 0.45;

    /** Smaller than this share of the pen's width it is dirt. */
    private static final double LEAST_PENS = 0.6;

    /** A point's middle, and a comma's head, lies within this distance of the digits' feet. */
    private static final double FOOT = 0.25;

    /** It has so much paper to its left and right, in pens. */
    private static final double BESIDE = 0.35;

    /** A minus sign is so long, and so low compared with its length. */
    private static final double SHORTEST_BAR = 0.25;
    private static final double LONGEST_BAR = 1.1;
    private static final double FLAT = 0.5;
    private static final double THICKEST_BAR = 0.3;

    /** It lies this far from the middle of the digit that it belongs to, and from its side, at most. */
    private static final double MIDDLE = 0.22;
    private static final double BEFORE = 1.2;

    private final TextLine line;
    private final List<Piece> tall;

    MarkFinder(TextLine line) {
        this.line = line;
        tall = line.pieces().stream().filter(line::isTall).toList();
    }

    /** What a piece is if it is a mark. */
    Optional<String> mark(Piece piece) {
        if (tall.isEmpty() || line.isTall(piece) || line.pieces().stream().anyMatch(other -> other != piece && isInTheWay(piece, other))) {
            return Optional.empty();
        }
        return isPoint(piece.box()) ? Optional.of(POINT) : isMinus(piece) ? Optional.of(MINUS) : Optional.empty();
    }

    /** Whether another has ink just above or below a piece, or next to it, where a mark has none. */
    private boolean isInTheWay(Piece piece, Piece other) {
        return other.hasInkIn(piece.box().grown((int) Math.ceil(BESIDE * line.pen()), (int) (FOOT * line.height())));
    }

    private boolean isPoint(Box box) {
        double foot = band(box.centreX())[1];
        return box.width() <= POINT_SIDE * line.height() && box.height() <= COMMA_HEIGHT * line.height()
            && Math.min(box.width(), box.height()) >= LEAST_PENS * line.pen()
            && Math.abs((box.height() <= POINT_SIDE * line.height() ? box.centreY() : box.y()) - foot) <= FOOT * line.height();
    }

    private boolean isMinus(Piece piece) {
        Box box = piece.box();
        Optional<Piece> next = tall.stream().filter(digit -> digit.box().x() >= box.right())
            .min(Comparator.comparingInt(digit -> digit.box().x()));
        if (next.isEmpty() || next.get().box().x() - box.right() > BEFORE * line.height()) {
            return false;
        }
        double[] band = band(box.centreX());
        return box.width() >= SHORTEST_BAR * line.height() && box.width() <= LONGEST_BAR * line.height()
            && box.height() <= FLAT * box.width() && box.height() <= THICKEST_BAR * line.height()
            && Math.abs(box.centreY() - (band[0] + band[1]) / 2) <= MIDDLE * line.height();
    }

    /** Head and foot of the digits at a column, in rows: between those of the digits to the left and to the right. */
    private double[] band(double x) {
        Box left = null;
        Box right = null;
        for (Piece digit : tall) {
            Box box = digit.box();
            if (box.centreX() <= x && (left == null || box.centreX() > left.centreX())) {
                left = box;
            } else if (box.centreX() > x && (right == null || box.centreX() < right.centreX())) {
                right = box;
            }
        }
        if (left == null || right == null) {
            Box only = left == null ? right : left;
            return new double[] {only.y(), only.bottom()};
        }
        double share = (x - left.centreX()) / (right.centreX() - left.centreX());
        return new double[] {left.y() + share * (right.y() - left.y()), left.bottom() + share * (right.bottom() - left.bottom())};
    }
}
