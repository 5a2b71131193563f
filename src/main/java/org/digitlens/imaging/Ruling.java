package org.digitlens.imaging;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of ruled and squared paper and takes them out. A line is ruled when it runs from one edge of the picture to
 * the other, thin and straight; what remains must be more than nothing, or it was the writing.
 */
final class Ruling {

    /** Smaller pictures have no ruling. */
    private static final int LEAST_SIDE = 48;

    /** Share of the strips in which a line shows. */
    private static final double LEAST_SHOWN = 0.45;

    /** A line is made of at least so many strips. */
    private static final int LEAST_STRIPS = 5;

    private Ruling() { }

    /** The picture without ruling; the same when there is none. */
    static Difference remove(Difference picture) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return picture;
        }
        var across = lines(picture);
        Difference turned = picture.transposed();
        var down = lines(turned);
        if (across.isEmpty() && down.isEmpty()) {
            return picture;
        }
        float ink = ink(picture, across, down);
        if (ink == 0) {
            return picture;
        }
        Difference cleaned = picture;
        if (!down.isEmpty()) {
            erase(turned, down, ink);
            cleaned = turned.transposed();
        }
        erase(cleaned, across, ink);
        return cleaned;
    }

    private static int reach(Difference picture) {
        return new Ridges(picture).reach();
    }

    private static void erase(Difference picture, List<RuledLine> lines, float ink) {
        var eraser = new LineEraser(picture, reach(picture), ink);
        lines.forEach(eraser::erase);
    }

    private static List<RuledLine> lines(Difference picture) {
        var ridges = new Ridges(picture);
        var tracker = new LineTracker(ridges);
        var lines = new ArrayList<RuledLine>();
        for (int[] chain : tracker.chains(LEAST_STRIPS)) {
            int[] strips = tracker.strips(chain);
            int span = strips[strips.length - 1] - strips[0] + 1;
            if (chain.length < LEAST_SHOWN * span) {
                continue;
            }
            RuledLine line = RuledLine.through(ridges, chain, strips, picture.width());
            if (reaches(picture, line, ridges, (int) ridges.middle(strips[0]), -1) && reaches(picture, line, ridges, (int) ridges.middle(strips[strips.length - 1]), 1)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Whether a line goes on from a column to the edge of the picture. */
    private static boolean reaches(Difference picture, RuledLine line, Ridges ridges, int from, int direction) {
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

    /** What full ink differs from the paper by, told from what no line covers; 0 when there is too little. */
    private static float ink(Difference picture, List<RuledLine> across, List<RuledLine> down) {
        var covered = new boolean[picture.values().length];
        int reach = reach(picture);
        float faintest = 0;
        for (RuledLine line : across) {
            for (int x = 0; x < picture.width(); x++) {
                int row = Math.round(line.rows()[x]);
                for (int y = Math.max(0, row - reach); y <= Math.min(picture.height() - 1, row + reach); y++) {
                    covered[y * picture.width() + x] = true;
                }
            }
            faintest = Math.max(faintest, line.heights()[picture.width() / 2]);
        }
        for (RuledLine line : down) {
            for (int y = 0; y < picture.height(); y++) {
                int column = Math.round(line.rows()[y]);
                for (int x = Math.max(0, column - reach); x <= Math.min(picture.width() - 1, column + reach); x++) {
                    covered[y * picture.width() + x] = true;
                }
            }
            faintest = Math.max(faintest, line.heights()[picture.height() / 2]);
        }
        var histogram = new int[256];
        for (int i = 0; i < covered.length; i++) {
            int d = (picture.values()[i] & 255) - picture.paper();
            if (!covered[i] && d > Math.max(15, 0.7f * faintest)) {
                histogram[d]++;
            }
        }
        long inked = Histogram.sum(histogram, 0, 256);
        return inked < 20 ? 0 : Histogram.quantile(histogram, 0, 256, inked * 6 / 10);
    }
}
