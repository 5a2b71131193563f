package org.digitlens.imaging;

import java.util.Arrays;
import java.util.List;

/**
 * Ink that is taken together: a connected piece, a part that was cut off one, or several of them. Kept as horizontal runs,
 * so that pieces may lie in each other's boxes and long ones cost little.
 */
public final class Piece {

    private final GrayImage source;
    private final int[] runs;
    private final Box box;
    private final double mass;

    /** @param runs row, first column, column after the last, one run after the other; at least one */
    Piece(GrayImage source, int[] runs) {
        this.source = source;
        this.runs = runs;
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        double sum = 0;
        for (int i = 0; i < runs.length; i += 3) {
            top = Math.min(top, runs[i]);
            bottom = Math.max(bottom, runs[i] + 1);
            left = Math.min(left, runs[i + 1]);
            right = Math.max(right, runs[i + 2]);
            int row = runs[i] * source.width();
            for (int x = runs[i + 1]; x < runs[i + 2]; x++) {
                sum += source.ink()[row + x];
            }
        }
        box = new Box(left, top, right - left, bottom - top);
        mass = sum;
    }

    /** All of several pieces of one picture; at least one. */
    public static Piece of(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        int[] all = new int[pieces.stream().mapToInt(piece -> piece.runs.length).sum()];
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(piece.runs, 0, all, at, piece.runs.length);
            at += piece.runs.length;
        }
        return new Piece(pieces.get(0).source, all);
    }

    /** Where it lies, in pixels of the picture. */
    public Box box() {
        return box;
    }

    /** Its ink, in pixels of full ink. */
    public double mass() {
        return mass;
    }

    /** The pen's width, about, in pixels: the median length of the runs. */
    public double pen() {
        var lengths = new int[runs.length / 3];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = runs[3 * i + 2] - runs[3 * i + 1];
        }
        Arrays.sort(lengths);
        return lengths[lengths.length / 2];
    }

    /**
     * How tall it is where one digit stands, in pixels: for a piece that is much wider than tall, such as digits that touch
     * along a slope, the median height of its parts.
     */
    public double stature() {
        double height = box.height();
        for (int round = 0; round < 2 && box.width() > 1.5 * height; round++) {
            height = medianHeight((int) Math.ceil(0.8 * height));
        }
        return height;
    }

    /** The median height of the parts that stand in strips of the given width, in pixels. */
    private double medianHeight(int strip) {
        int count = (box.width() + strip - 1) / strip;
        var tops = new int[count];
        var bottoms = new int[count];
        Arrays.fill(tops, Integer.MAX_VALUE);
        for (int i = 0; i < runs.length; i += 3) {
            for (int part = (runs[i + 1] - box.x()) / strip; part <= (runs[i + 2] - 1 - box.x()) / strip; part++) {
                tops[part] = Math.min(tops[part], runs[i]);
                bottoms[part] = Math.max(bottoms[part], runs[i] + 1);
            }
        }
        for (int part = 0; part < count; part++) {
            bottoms[part] -= tops[part];
        }
        Arrays.sort(bottoms);
        return bottoms[count / 2];
    }

    /** Whether any of its ink lies in a box. */
    public boolean hasInkIn(Box other) {
        for (int i = 0; i < runs.length; i += 3) {
            if (runs[i] >= other.y() && runs[i] < other.bottom() && runs[i + 1] < other.right() && runs[i + 2] > other.x()) {
                return true;
            }
        }
        return false;
    }

    /** Cut out of its picture, without what else lies in its box. */
    public Glyph glyph() {
        GrayImage ink = GrayImage.blank(box.width(), box.height());
        for (int i = 0; i < runs.length; i += 3) {
            System.arraycopy(source.ink(), runs[i] * source.width() + runs[i + 1], ink.ink(),
                (runs[i] - box.y()) * box.width() + runs[i + 1] - box.x(), runs[i + 2] - runs[i + 1]);
        }
        return new Glyph(box, ink);
    }

    /**
     * What lies between two cuts, either of which may be null: then everything on that side.
     *
     * @return null when there is nothing between them
     */
    public Piece between(Cut left, Cut right) {
        var kept = new int[runs.length];
        int size = 0;
        for (int i = 0; i < runs.length; i += 3) {
            int y = runs[i];
            int from = left == null ? runs[i + 1] : Math.max(runs[i + 1], left.at(y));
            int to = right == null ? runs[i + 2] : Math.min(runs[i + 2], right.at(y));
            if (from < to) {
                kept[size++] = y;
                kept[size++] = from;
                kept[size++] = to;
            }
        }
        return size == 0 ? null : new Piece(source, Arrays.copyOf(kept, size));
    }
}
