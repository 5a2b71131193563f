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
final class TextLineFinder {

    /** A piece of this share of the typical height may begin a line. */
    private static final double TALL = 0.5;

    /** Pieces of one line share at least this part of the smaller one's height. */
    private static final double BESIDE = 0.4;

    /** So many of a line's last pieces tell where it goes on. */
    private static final int LAST = 3;

    /** Neighbours that tell the slope are at most this far apart, in heights. */
    private static final double NEIGHBOURS = 2;

    /** Steeper than this, in pixels a pixel, nobody writes. */
    private static final double STEEPEST = 0.36;

    /** Small pieces belong to a line when one of its tall ones is this near, in heights, along the line and across it. */
    private static final double NEAR = 1.2;
    private static final double ABOVE_OR_BELOW = 0.3;

    private final List<Piece> tall = new ArrayList<>();
    private final List<Piece> small = new ArrayList<>();
    private final double height;
    private final double slope;

    private TextLineFinder(List<Piece> pieces) {
        height = TextLine.typicalHeight(pieces);
        for (Piece piece : pieces) {
            (piece.box().height() >= TALL * height ? tall : small).add(piece);
        }
        tall.sort(Comparator.comparingInt(piece -> piece.box().x()));
        slope = slope();
    }

    /** The lines, from above; none when there are no pieces. */
    static List<TextLine> lines(List<Piece> pieces) {
        return pieces.isEmpty() ? List.of() : new TextLineFinder(pieces).lines();
    }

    private List<TextLine> lines() {
        List<List<Piece>> lines = new ArrayList<>();
        for (Piece piece : tall) {
            lines.stream().filter(line -> beside(line, piece) >= BESIDE)
                .max(Comparator.comparingDouble(line -> beside(line, piece)))
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

    /** The largest share of the smaller one's height that a piece has in common with one of a line's last, the slope taken off. */
    private double beside(List<Piece> line, Piece piece) {
        return line.subList(Math.max(0, line.size() - LAST), line.size()).stream().mapToDouble(left ->
            overlap(left.box(), piece.box(), slope * (piece.box().centreX() - left.box().centreX()))).max().orElse(0);
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
                if (distance < least && isLevel(other.box(), piece.box())) {
                    least = distance;
                    best = i;
                }
            }
        }
        return best;
    }

    private boolean isLevel(Box tall, Box small) {
        double y = small.centreY() - slope * (small.centreX() - tall.centreX());
        double margin = ABOVE_OR_BELOW * tall.height();
        return y > tall.y() - margin && y < tall.bottom() + margin;
    }
}
