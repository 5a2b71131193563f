package org.digitlens.imaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where digits that touch may be cut apart: the ways from above to below that cross the least ink, as in seam carving, one
 * through each place that is better than its neighbourhood. They may lean and bend, as the gap between two digits does.
 */
public final class Seams {

    /** Rows of the sheet that seams are sought on, about; larger pieces are reduced to it. */
    private static final int ROWS = 72;

    /** What a step to the side costs, in pixels of ink. */
    private static final float ASIDE = 0.4f;

    /** Heights at which ways are told apart, as shares of the piece's height from above. */
    private static final double[] LEVELS = {0.5, 0.3, 0.7};

    /** A way must be the best within this distance, as a share of the piece's height. */
    private static final double REACH = 0.02;

    /** Two ways are one when they are this near on average, as a share of the piece's height. */
    private static final double ALIKE = 0.025;

    private final Box box;
    private final int factor;
    private final GrayImage sheet;
    private final float[] down;
    private final float[] up;

    private Seams(Piece piece) {
        box = piece.box();
        factor = Math.max(1, Math.round((float) box.height() / ROWS));
        sheet = reduced(piece.glyph().ink(), factor);
        down = costs(0, 1);
        up = costs(sheet.height() - 1, -1);
    }

    /** Ways to cut a piece, from left to right. */
    public static List<Cut> of(Piece piece) {
        return new Seams(piece).cuts();
    }

    private static GrayImage reduced(GrayImage ink, int factor) {
        if (factor == 1) {
            return ink;
        }
        GrayImage small = GrayImage.blank((ink.width() + factor - 1) / factor, (ink.height() + factor - 1) / factor);
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                small.ink()[y / factor * small.width() + x / factor] += ink.at(x, y) / (factor * factor);
            }
        }
        return small;
    }

    /** For each pixel the cost of the best way to it from the first row, its own ink included. */
    private float[] costs(int firstRow, int step) {
        int width = sheet.width();
        float[] costs = sheet.ink().clone();
        for (int y = firstRow + step; y >= 0 && y < sheet.height(); y += step) {
            for (int x = 0; x < width; x++) {
                int before = next(costs, x, y - step);
                costs[y * width + x] += costs[(y - step) * width + before] + (before == x ? 0 : ASIDE);
            }
        }
        return costs;
    }

    /** The column of a row that a way from or to the given column in the row beside it takes. */
    private int next(float[] costs, int x, int row) {
        int at = row * sheet.width();
        int best = x;
        float least = costs[at + x];
        if (x > 0 && costs[at + x - 1] + ASIDE < least) {
            best = x - 1;
            least = costs[at + x - 1] + ASIDE;
        }
        return x + 1 < sheet.width() && costs[at + x + 1] + ASIDE < least ? x + 1 : best;
    }

    private List<Cut> cuts() {
        var found = new ArrayList<Cut>();
        for (double level : LEVELS) {
            int row = (int) (level * sheet.height());
            for (int x = 1; x < sheet.width() - 1; x++) {
                if (isBest(x, row)) {
                    Cut cut = through(x, row);
                    if (found.stream().noneMatch(other -> other.isLike(cut, ALIKE * box.height()))) {
                        found.add(cut);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(Cut::middle));
        return found;
    }

    private boolean isBest(int x, int row) {
        int reach = Math.max(1, (int) (REACH * sheet.height()));
        float here = cost(x, row);
        for (int other = Math.max(0, x - reach); other <= Math.min(sheet.width() - 1, x + reach); other++) {
            float there = cost(other, row);
            if (there < here || there == here && other > x) {
                return false;
            }
        }
        return true;
    }

    private float cost(int x, int row) {
        int at = row * sheet.width() + x;
        return down[at] + up[at] - sheet.ink()[at];
    }

    /** The best way through a pixel, in pixels of the picture. */
    private Cut through(int x, int row) {
        var way = new int[sheet.height()];
        way[row] = x;
        for (int y = row - 1; y >= 0; y--) {
            way[y] = next(down, way[y + 1], y);
        }
        for (int y = row + 1; y < way.length; y++) {
            way[y] = next(up, way[y - 1], y);
        }
        double ink = 0;
        for (int y = 0; y < way.length; y++) {
            ink += sheet.at(way[y], y);
        }
        var columns = new int[box.height()];
        for (int y = 0; y < columns.length; y++) {
            columns[y] = box.x() + way[y / factor] * factor + factor / 2;
        }
        return new Cut(box.y(), columns, ink * factor);
    }
}
