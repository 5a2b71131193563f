package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.digitlens.imaging.Piece;

/**
 * Every way to put neighbouring bits of ink together to signs. The best path is found without asking the model about most of
 * them: each is at first believed to be a perfect digit, and only those that lie on the path that is best so far are asked
 * about, until all on it have been.
 */
final class Lattice {

    /** Ink that is not divided any further, and how much ink the cut to its left went through. */
    record Atom(Piece piece, double cut) { }

    /** Nothing wider than this many heights of a digit is one, unless it is a single bit. */
    private static final double WIDEST = 1.5;

    private static final class Edge {
        private final int from;
        private final int to;
        private final Piece piece;
        private final double shape;
        private double score;
        private Candidate candidate;

        Edge(int from, int to, Piece piece, double shape) {
            this.from = from;
            this.to = to;
            this.piece = piece;
            this.shape = shape;
            this.score = shape + SegmentScore.BEST_OPINION;
        }
    }

    private final int atoms;
    private final List<Edge> edges = new ArrayList<>();
    private final Function<Piece, Candidate> model;

    Lattice(List<Atom> atoms, SegmentScore score, Function<Piece, Candidate> model) {
        this.atoms = atoms.size();
        this.model = model;
        for (int from = 0; from < atoms.size(); from++) {
            var parts = new ArrayList<Piece>();
            for (int to = from + 1; to <= atoms.size(); to++) {
                parts.add(atoms.get(to - 1).piece());
                Piece piece = Piece.of(parts);
                boolean all = from == 0 && to == atoms.size();
                if (piece.box().width() > WIDEST * score.height() && !all && to > from + 1) {
                    break;
                }
                double right = to == atoms.size() ? 0 : atoms.get(to).cut();
                edges.add(new Edge(from, to, piece, score.shape(piece.box(), piece.mass(), atoms.get(from).cut(), right)));
            }
        }
    }

    /** The signs on the best path, from left to right. */
    List<Candidate> best() {
        while (true) {
            List<Edge> path = path();
            List<Edge> open = path.stream().filter(edge -> edge.candidate == null).toList();
            if (open.isEmpty()) {
                return path.stream().map(edge -> edge.candidate).toList();
            }
            open.forEach(this::ask);
        }
    }

    private void ask(Edge edge) {
        edge.candidate = model.apply(edge.piece);
        edge.score = edge.shape + SegmentScore.opinion(edge.candidate.prediction().confidence());
    }

    private List<Edge> path() {
        var sums = new double[atoms + 1];
        Arrays.fill(sums, 1, atoms + 1, Double.NEGATIVE_INFINITY);
        var best = new Edge[atoms + 1];
        for (Edge edge : edges) {
            double sum = sums[edge.from] + edge.score;
            if (sum > sums[edge.to]) {
                sums[edge.to] = sum;
                best[edge.to] = edge;
            }
        }
        var path = new ArrayList<Edge>();
        for (int at = atoms; at > 0; at = best[at].from) {
            path.add(0, best[at]);
        }
        return path;
    }
}
