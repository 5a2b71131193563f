package org.digitlens.imaging;

import java.util.List;

/**
 * Finds the lines of ruled and squared paper and takes them out. A line is ruled when it runs from one edge of the picture to
 * the other, thin and straight; what remains must be more than nothing, or it was the writing.
 */
final class Ruling {

    /** Smaller pictures have no ruling. */
    private static final int LEAST_SIDE = 48;

    private Ruling() { }

    /** The picture without ruling, its values overwritten or not; the same object when there is none. */
    static Difference remove(Difference picture) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return picture;
        }
        var acrossFinder = new LineFinder(picture, true);
        Difference turned = picture.transposed();
        var downFinder = new LineFinder(turned, false);
        List<RuledLine> across = acrossFinder.find();
        List<RuledLine> down = downFinder.find();
        if (down.isEmpty() && !across.isEmpty()) {
            down = downFinder.find(-LineFinder.slope(across));
        } else if (across.isEmpty() && !down.isEmpty()) {
            across = acrossFinder.find(-LineFinder.slope(down));
        }
        float ink = across.isEmpty() && down.isEmpty() ? 0 : ink(picture, acrossFinder.reach(), across, down);
        if (ink == 0) {
            return picture;
        }
        var cleaned = new Difference(picture.width(), picture.height(), picture.values(), picture.paper());
        if (!down.isEmpty()) {
            down.forEach(new LineEraser(turned, downFinder.reach(), ink)::erase);
            cleaned = turned.transposed();
        }
        across.forEach(new LineEraser(cleaned, acrossFinder.reach(), ink)::erase);
        return cleaned;
    }

    /** What full ink differs from the paper by, told from what no line covers; 0 when there is too little. */
    private static float ink(Difference picture, int reach, List<RuledLine> across, List<RuledLine> down) {
        var covered = new boolean[picture.values().length];
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
