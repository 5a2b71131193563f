package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Piece;

/**
 * Every way to put neighbouring bits of ink together to signs. The best path is found without asking the model about most of
 * them: each is at first believed to be a perfect digit, and only those that lie on the path that is best so far are asked
 * about, until all on it have been.
 */
final class Lattice {

    /** Ink that is not divided any further, and how much ink the cut to its left went through. */
    record Atom(Piece piece, double cut) { }

    /** What a path makes of the ink: signs from left to right, and the sum of their scores. */
    record Path(List<Candidate> signs, double score) { }

    /** Nothing wider than this many heights of a digit is one, unless it is a single bit. */
    private static final double WIDEST = 1.5;

    /** A sign that some neighbouring atoms would make up. */
    private static final class Edge {
        private final int from;
        private final int to;
        private final double shape;
        private double score;
        private Candidate sign;

        Edge(int from, int to, double shape) {
            this.from = from;
            this.to = to;
            this.shape = shape;
            this.score = shape + SegmentScore.BEST_OPINION;
        }
    }

    private final List<Atom> atoms;
    private final SegmentScore score;
    private final Questions questions;
    private final List<Edge> edges = new ArrayList<>();

    Lattice(List<Atom> atoms, SegmentScore score, Questions questions) {
        this.atoms = atoms;
        this.score = score;
        this.questions = questions;
        for (int from = 0; from < atoms.size(); from++) {
            addEdges(from);
        }
    }

    private void addEdges(int from) {
        Box box = atoms.get(from).piece().box();
        double mass = 0;
        for (int to = from + 1; to <= atoms.size(); to++) {
            Piece last = atoms.get(to - 1).piece();
            box = box.with(last.box());
            mass += last.mass();
            if (to > from + 1 && box.width() > WIDEST * score.height()) {
                return;
            }
            double right = to == atoms.size() ? 0 : atoms.get(to).cut();
            edges.add(new Edge(from, to, score.shape(box, mass, atoms.get(from).cut(), right)));
        }
    }

    /** The path with the largest score. */
    Path best() {
        while (true) {
            questions.checkTime();
            List<Edge> path = path();
            List<Edge> open = path.stream().filter(edge -> edge.sign == null).toList();
            if (open.isEmpty()) {
                return new Path(path.stream().map(edge -> edge.sign).toList(), path.stream().mapToDouble(edge -> edge.score).sum());
            }
            open.forEach(this::ask);
        }
    }

    private void ask(Edge edge) {
        edge.sign = questions.ask(Piece.of(atoms.subList(edge.from, edge.to).stream().map(Atom::piece).toList()));
        edge.score = edge.shape + SegmentScore.opinion(edge.sign.prediction().confidence());
    }

    private List<Edge> path() {
        var sums = new double[atoms.size() + 1];
        Arrays.fill(sums, 1, sums.length, Double.NEGATIVE_INFINITY);
        var best = new Edge[sums.length];
        for (Edge edge : edges) {
            double sum = sums[edge.from] + edge.score;
            if (sum > sums[edge.to]) {
                sums[edge.to] = sum;
                best[edge.to] = edge;
            }
        }
        var path = new ArrayList<Edge>();
        for (int at = atoms.size(); at > 0; at = best[at].from) {
            path.add(0, best[at]);
        }
        return path;
    }
}
