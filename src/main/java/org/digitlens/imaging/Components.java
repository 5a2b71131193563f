package org.digitlens.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The connected pieces of ink in a picture (8 neighbours), found row by row from horizontal runs that are joined where
 * they touch (union-find).
 */
final class Components {

    private final GrayImage image;
    private int[] runs = new int[3 * 256]; // row, first column, column after the last
    private int[] parents = new int[256];
    private int count;

    /** @param least a pixel belongs to a piece when it has at least this much ink */
    Components(GrayImage image, float least) {
        this.image = image;
        int width = image.width();
        float[] ink = image.ink();
        int above = 0;
        for (int y = 0; y < image.height(); y++) {
            int rowStart = count;
            int row = y * width;
            int end = row + width;
            for (int at = row; at < end;) {
                while (at < end && ink[at] < least) {
                    at++;
                }
                int start = at;
                while (at < end && ink[at] >= least) {
                    at++;
                }
                if (start < at) {
                    add(y, start - row, at - row);
                }
            }
            join(above, rowStart, count);
            above = rowStart;
        }
    }

    private void add(int y, int start, int end) {
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, 2 * count);
            runs = Arrays.copyOf(runs, 6 * count);
        }
        runs[3 * count] = y;
        runs[3 * count + 1] = start;
        runs[3 * count + 2] = end;
        parents[count] = count;
        count++;
    }

    /** Joins the runs of one row, {@code from..to}, with those of the row before, {@code above..from}, that they touch. */
    private void join(int above, int from, int to) {
        int upper = above;
        for (int run = from; run < to; run++) {
            int row = runs[3 * run];
            while (upper < from && (runs[3 * upper] < row - 1 || runs[3 * upper + 2] < runs[3 * run + 1])) {
                upper++;
            }
            for (int other = upper; other < from && runs[3 * other + 1] <= runs[3 * run + 2]; other++) {
                parents[root(other)] = root(run);
            }
        }
    }

    private int root(int run) {
        int at = run;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** Ink of each piece, in pixels of full ink, at the index of its first run's root; 0 elsewhere. */
    double[] masses() {
        var masses = new double[count];
        for (int run = 0; run < count; run++) {
            double mass = 0;
            int row = runs[3 * run] * image.width();
            for (int x = runs[3 * run + 1]; x < runs[3 * run + 2]; x++) {
                mass += image.ink()[row + x];
            }
            masses[root(run)] += mass;
        }
        return masses;
    }

    /** The box around all pieces with at least so much ink; there must be one. */
    Box box(double[] masses, double least) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int run = 0; run < count; run++) {
            if (masses[root(run)] >= least) {
                left = Math.min(left, runs[3 * run + 1]);
                right = Math.max(right, runs[3 * run + 2]);
                top = Math.min(top, runs[3 * run]);
                bottom = Math.max(bottom, runs[3 * run] + 1);
            }
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** The ink inside a box, without the pieces that have less than so much of it. */
    GrayImage crop(Box box, double[] masses, double least) {
        GrayImage part = image.crop(box);
        for (int run = 0; run < count; run++) {
            int y = runs[3 * run] - box.y();
            if (masses[root(run)] < least && y >= 0 && y < box.height()) {
                int from = Math.max(0, runs[3 * run + 1] - box.x());
                int to = Math.min(box.width(), runs[3 * run + 2] - box.x());
                if (from < to) {
                    Arrays.fill(part.ink(), y * box.width() + from, y * box.width() + to, 0);
                }
            }
        }
        return part;
    }

    /** The connected pieces, in the order of their first rows. */
    List<Piece> pieces() {
        var sizes = new int[count];
        for (int run = 0; run < count; run++) {
            sizes[root(run)] += 3;
        }
        var parts = new int[count][];
        var filled = new int[count];
        var order = new ArrayList<int[]>();
        for (int run = 0; run < count; run++) {
            int root = root(run);
            if (parts[root] == null) {
                parts[root] = new int[sizes[root]];
                order.add(parts[root]);
            }
            System.arraycopy(runs, 3 * run, parts[root], filled[root], 3);
            filled[root] += 3;
        }
        return order.stream().map(part -> new Piece(image, part)).toList();
    }
}
