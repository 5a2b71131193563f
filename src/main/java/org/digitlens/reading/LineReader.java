package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Cut;
import org.digitlens.imaging.Piece;
import org.digitlens.imaging.Seams;

/**
 * Finds the signs along one line. A piece that the model knows for sure is a sign, and costs one question. What is left,
 * with its neighbours, goes into a {@link Lattice}: pieces that may be broken off, and pieces cut where they may touch.
 */
final class LineReader {

    /** Wider than this share of the line's height, a piece may be several digits that look like one. */
    private static final double WIDE = 1.0;

    /** Narrower than this share of the line's height nothing is cut. */
    private static final double CUTTABLE = 0.3;

    /** Pieces this near, as a share of the line's height, may be parts of one sign. */
    private static final double NEAR = 0.3;

    /** Pieces that share this part of the narrower one's width may be parts of one sign, however sure the model is. */
    private static final double ABOVE = 0.6;

    /** Less ink than this share of a straight stroke, by itself, is dirt. */
    private static final double DIRT = 0.3;

    /** Ink whose best cuts score less than this for each sign is a sign of its own that the model does not know ... */
    private static final double LEAST_SCORE = 1.8;

    /** ... unless it is wider than any letter, as a share of the line's height. */
    private static final double WIDEST_STRANGER = 1.6;

    private final Questions questions;
    private final TextLine line;
    private final SegmentScore score;

    private LineReader(Questions questions, TextLine line) {
        this.questions = questions;
        this.line = line;
        score = new SegmentScore(line.height(), line.pen());
    }

    /** The signs that some pieces of a line make up, from left to right. */
    static List<Candidate> read(TextLine line, List<Piece> pieces, Questions questions) {
        return new LineReader(questions, line).signs(pieces);
    }

    private List<Candidate> signs(List<Piece> pieces) {
        var found = new ArrayList<Candidate>();
        int start = 0;
        int right = 0;
        for (int i = 0; i < pieces.size(); i++) {
            right = Math.max(right, pieces.get(i).box().right());
            if (i + 1 == pieces.size() || !mayBelong(pieces.get(i), right, pieces.get(i + 1))) {
                found.addAll(group(pieces.subList(start, i + 1)));
                start = i + 1;
            }
        }
        return found;
    }

    private boolean isSettled(Piece piece) {
        return line.isTall(piece) && piece.box().width() <= WIDE * line.height() && questions.ask(piece).isSure();
    }

    /** Whether a piece may be a part of the same sign as the piece before, when those before it reach so far to the right. */
    private boolean mayBelong(Piece before, int right, Piece piece) {
        int gap = piece.box().x() - right;
        if (gap >= NEAR * line.height()) {
            return false;
        }
        return gap < -ABOVE * Math.min(before.box().width(), piece.box().width()) || !isSettled(before) || !isSettled(piece);
    }

    private List<Candidate> group(List<Piece> pieces) {
        double mass = pieces.stream().mapToDouble(Piece::mass).sum();
        if (mass < DIRT * line.height() * line.pen() && pieces.stream().noneMatch(line::isTall)) {
            return List.of();
        }
        if (pieces.size() == 1 && isSettled(pieces.get(0))) {
            return List.of(questions.ask(pieces.get(0)));
        }
        var atoms = new ArrayList<Lattice.Atom>();
        for (Piece piece : pieces) {
            questions.checkTime();
            boolean whole = !line.isTall(piece) || piece.box().width() < CUTTABLE * line.height() || isSettled(piece);
            atoms.addAll(whole ? List.of(new Lattice.Atom(piece, 0)) : cut(piece));
        }
        atoms.sort(Comparator.comparingDouble(atom -> atom.piece().box().centreX()));
        Lattice.Path path = new Lattice(atoms, score, questions).best();
        int count = path.signs().size();
        int width = pieces.stream().map(Piece::box).reduce(Box::with).orElseThrow().width();
        if (count > 1 && width <= WIDEST_STRANGER * line.height() && path.score() < LEAST_SCORE * count) {
            return pieces.stream().filter(line::isTall).map(questions::ask).toList();
        }
        return path.signs();
    }

    private static List<Lattice.Atom> cut(Piece piece) {
        var atoms = new ArrayList<Lattice.Atom>();
        Cut left = null;
        var cuts = new ArrayList<>(Seams.of(piece));
        cuts.add(null);
        for (Cut right : cuts) {
            Piece part = piece.between(left, right);
            if (part != null) {
                atoms.add(new Lattice.Atom(part, left == null ? 0 : left.ink()));
                left = right;
            }
        }
        return atoms;
    }
}
