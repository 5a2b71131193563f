package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.digitlens.classifier.DigitClassifier;
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

    /** Narrower than this share of the line's height, or lower, nothing is cut. */
    private static final double CUTTABLE = 0.3;

    /** Pieces this near, as a share of the line's height, may be parts of one sign. */
    private static final double NEAR = 0.3;

    /** Pieces that share this part of the narrower one's width may be parts of one sign, however sure the model is. */
    private static final double ABOVE = 0.6;

    /** Lower than this share of the line's height, a piece is a part of a sign at most. */
    private static final double LOW = 0.5;

    private final DigitClassifier classifier;
    private final TextLine line;
    private final SegmentScore score;
    private final Map<Piece, Candidate> asked = new HashMap<>();

    private LineReader(DigitClassifier classifier, TextLine line) {
        this.classifier = classifier;
        this.line = line;
        score = new SegmentScore(line.height(), line.pen());
    }

    /** The signs of a line, from left to right. */
    static List<Candidate> read(TextLine line, DigitClassifier classifier) {
        return new LineReader(classifier, line).signs();
    }

    private List<Candidate> signs() {
        List<Piece> pieces = line.pieces();
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

    private Candidate ask(Piece piece) {
        return asked.computeIfAbsent(piece, unknown -> Candidate.of(unknown, classifier));
    }

    private boolean isSettled(Piece piece) {
        return piece.box().height() >= LOW * line.height() && piece.box().width() <= WIDE * line.height() && ask(piece).isSure();
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
        if (pieces.size() == 1 && isSettled(pieces.get(0))) {
            return List.of(ask(pieces.get(0)));
        }
        var atoms = new ArrayList<Lattice.Atom>();
        for (Piece piece : pieces) {
            if (isSettled(piece) || piece.box().width() < CUTTABLE * line.height() || piece.box().height() < LOW * line.height()) {
                atoms.add(new Lattice.Atom(piece, 0));
            } else {
                atoms.addAll(cut(piece));
            }
        }
        atoms.sort(Comparator.comparingDouble(atom -> atom.piece().box().centreX()));
        return new Lattice(atoms, score, this::ask).best();
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
