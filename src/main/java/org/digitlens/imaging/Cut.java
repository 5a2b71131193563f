package org.digitlens.imaging;

/**
 * A way from above to below along which a piece of ink may be cut in two.
 *
 * @param top     row of the first column
 * @param columns for each row, the first column that lies to the right of the cut
 * @param ink     how much ink lies on it, in pixels of full ink
 */
public record Cut(int top, int[] columns, double ink) {

    /** The first column to the right of the cut, in a row of the picture; above and below, as at its ends. */
    int at(int row) {
        return columns[Math.max(0, Math.min(columns.length - 1, row - top))];
    }

    /** The mean column. */
    double middle() {
        double sum = 0;
        for (int column : columns) {
            sum += column;
        }
        return sum / columns.length;
    }

    /** Whether another cut of the same piece lies within so many pixels on average. */
    boolean isLike(Cut other, double distance) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += Math.abs(columns[i] - other.columns[i]);
        }
        return sum <= distance * columns.length;
    }
}
