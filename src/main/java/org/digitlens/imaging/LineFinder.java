package org.digitlens.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the thin, straight, nearly horizontal lines that run across a whole picture, or most of it. */
final class LineFinder {

    /** Share of the strips in which a line shows between its ends. */
    private static final double LEAST_SHOWN = 0.45;

    /** A line shows in at least so many strips. */
    private static final int LEAST_STRIPS = 5;

    /** A line that ends before the picture does on one side takes this share of its width. */
    private static final double MOST_OF_IT = 0.6;
    private static final int MOST_STRIPS = 10;

    /** Lines of one ruling differ by this at most in their rise for a column, and by this factor in how dark they are. */
    private static final float PARALLEL = 0.035f;
    private static final float ALIKE = 2;

    private final Difference picture;
    private final Ridges ridges;
    private final boolean mayEndEarly;

    /** @param mayEndEarly whether a line counts that reaches the picture's edge on one side only; a 1 is such a line, when upright */
    LineFinder(Difference picture, boolean mayEndEarly) {
        this.picture = picture;
        this.mayEndEarly = mayEndEarly;
        ridges = new Ridges(picture);
    }

    /** How far above and below a line's middle the paper begins for certain, in pixels. */
    int reach() {
        return ridges.reach();
    }

    /** All lines, with those of one direction once that is known; none when there are none. */
    List<RuledLine> find() {
        List<RuledLine> lines = find(new LineTracker(ridges), LEAST_STRIPS);
        return lines.isEmpty() ? lines : parallelTo(lines, slope(lines));
    }

    /** All lines that rise by about so much for a column, those among them that ink hides most of. */
    List<RuledLine> find(float slope) {
        return parallelTo(List.of(), slope);
    }

    private List<RuledLine> parallelTo(List<RuledLine> known, float slope) {
        var lines = new ArrayList<RuledLine>(known);
        for (RuledLine line : find(new LineTracker(ridges, slope), LEAST_STRIPS - 1)) {
            if (Math.abs(line.slope() - slope) < PARALLEL && lines.stream().noneMatch(other -> meet(line, other))) {
                lines.add(line);
            }
        }
        float height = median(lines.stream().map(RuledLine::height).toList());
        return lines.stream().filter(line -> line.height() < ALIKE * height).map(line -> line.atLeast(0.8f * height)).toList();
    }

    private boolean meet(RuledLine one, RuledLine other) {
        int middle = picture.width() / 2;
        return Math.abs(one.rows()[middle] - other.rows()[middle]) <= ridges.reach();
    }

    /** The slope that most lines have, in rows for a column; of no lines, 0. */
    static float slope(List<RuledLine> lines) {
        return median(lines.stream().map(RuledLine::slope).toList());
    }

    private static float median(List<Float> values) {
        var sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private List<RuledLine> find(LineTracker tracker, int leastStrips) {
        var lines = new ArrayList<RuledLine>();
        for (int[] chain : tracker.chains(leastStrips)) {
            int[] strips = tracker.strips(chain);
            int first = strips[0];
            int last = strips[strips.length - 1];
            if (chain.length < LEAST_SHOWN * (last - first + 1)) {
                continue;
            }
            RuledLine line = RuledLine.through(ridges, chain, strips, picture.width());
            boolean left = goesOn(line, Math.round(ridges.middle(first)), -1);
            boolean right = goesOn(line, Math.round(ridges.middle(last)), 1);
            boolean mostOfIt = mayEndEarly && last - first + 1 >= Math.max(MOST_STRIPS, MOST_OF_IT * ridges.strips());
            if (left && right || mostOfIt && (left || right)) { // the bar of a 7 is long and straight, but ends twice
                lines.add(line);
            }
        }
        return lines;
    }

    /** Whether a line goes on from a column to the edge of the picture. */
    private boolean goesOn(RuledLine line, int from, int direction) {
        int shown = 0;
        int columns = 0;
        for (int x = from; x >= 0 && x < picture.width(); x += direction) {
            int row = Math.round(line.rows()[x]);
            if (row < ridges.reach() || row >= picture.height() - ridges.reach()) {
                break;
            }
            columns++;
            shown += picture.at(x, row) > 0.4f * line.heights()[x] ? 1 : 0;
        }
        return shown >= 0.75 * columns;
    }
}
