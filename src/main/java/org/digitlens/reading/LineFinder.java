package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Piece;

/**
 * Puts the pieces of ink on a page into lines, which may slope and bend: each tall piece goes on the line whose last piece it
 * stands beside, once the page's slope is taken off; small ones go where they are near.
 */
final class LineFinder {

    /** A piece of this share of the typical height may begin a line. */
    private static final double TALL = 0.5;

    /** Pieces of one line share at least this part of the smaller one's height. */
    private static final double BESIDE = 0.4;

    /** Neighbours that tell the slope are at most this far apart, in heights. */
    private static final double NEIGHBOURS = 2;

    /** Steeper than this, in pixels a pixel, nobody writes. */
    private static final double STEEPEST = 0.36;

    /** Small pieces belong to a line within this distance, in heights. */
    private static final double NEAR = 0.5;

    private final List<Piece> tall = new ArrayList<>();
    private final List<Piece> small = new ArrayList<>();
    private final double height;
    private final double slope;

    private LineFinder(List<Piece> pieces) {
        height = TextLine.typicalHeight(pieces);
        for (Piece piece : pieces) {
            (piece.box().height() >= TALL * height ? tall : small).add(piece);
        }
        tall.sort(Comparator.comparingInt(piece -> piece.box().x()));
        slope = slope();
    }

    /** The lines, from above; none when there are no pieces. */
    static List<TextLine> lines(List<Piece> pieces) {
        return pieces.isEmpty() ? List.of() : new LineFinder(pieces).lines();
    }

    private List<TextLine> lines() {
        List<List<Piece>> lines = new ArrayList<>();
        for (Piece piece : tall) {
            lines.stream().filter(line -> beside(last(line), piece) >= BESIDE)
                .max(Comparator.comparingDouble(line -> beside(last(line), piece)))
                .orElseGet(() -> added(lines)).add(piece);
        }
        var left = new ArrayList<Piece>();
        List<List<Piece>> full = new ArrayList<>(lines.stream().map(ArrayList::new).toList());
        for (Piece piece : small) {
            int best = nearest(lines, piece);
            (best < 0 ? left : full.get(best)).add(piece);
        }
        var found = new ArrayList<>(full.stream().map(TextLine::of).toList());
        found.addAll(lines(left));
        found.sort(Comparator.comparingDouble(line -> line.pieces().stream().mapToDouble(this::level).average().orElseThrow()));
        return found;
    }

    private static List<Piece> added(List<List<Piece>> lines) {
        lines.add(new ArrayList<>());
        return lines.get(lines.size() - 1);
    }

    private static Piece last(List<Piece> line) {
        return line.get(line.size() - 1);
    }

    /** The share of the smaller one's height that both have in common, once the slope is taken off. */
    private double beside(Piece left, Piece right) {
        return overlap(left.box(), right.box(), slope * (right.box().centreX() - left.box().centreX()));
    }

    private static double overlap(Box left, Box right, double rise) {
        double common = Math.min(left.bottom() + rise, right.bottom()) - Math.max(left.y() + rise, right.y());
        return common / Math.min(left.height(), right.height());
    }

    private double level(Piece piece) {
        return piece.box().centreY() - slope * piece.box().centreX();
    }

    /** How far lines fall to the right, in pixels a pixel: the median of what neighbours say. */
    private double slope() {
        var slopes = new ArrayList<Double>();
        for (int i = 0; i < tall.size(); i++) {
            Box box = tall.get(i).box();
            for (int j = i + 1; j < tall.size(); j++) {
                Box other = tall.get(j).box();
                double across = other.centreX() - box.centreX();
                if (other.x() - box.right() > NEIGHBOURS * height) {
                    break;
                }
                if (across > 0 && overlap(box, other, 0) > BESIDE) {
                    slopes.add((other.centreY() - box.centreY()) / across);
                    break;
                }
            }
        }
        if (slopes.isEmpty()) {
            return 0;
        }
        slopes.sort(null);
        return Math.max(-STEEPEST, Math.min(STEEPEST, slopes.get(slopes.size() / 2)));
    }

    /** The line that a small piece is nearest to; -1 when it is near none. */
    private int nearest(List<List<Piece>> lines, Piece piece) {
        double least = NEAR * height;
        int best = -1;
        for (int i = 0; i < lines.size(); i++) {
            for (Piece other : lines.get(i)) {
                double distance = piece.box().distance(other.box());
                if (distance < least) {
                    least = distance;
                    best = i;
                }
            }
        }
        return best;
    }
}
