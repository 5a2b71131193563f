package org.digitlens.chart;

/** The shape of a grid of maps. */
public enum MapGrid {
    /** About twice as wide as high. */
    WIDE(1000, 2),
    /** About as wide as high, with fewer maps side by side, for narrow screens. */
    SQUARE(500, 1);

    /** In units. */
    final int width;
    private final double proportions;

    MapGrid(int width, double proportions) {
        this.width = width;
        this.proportions = proportions;
    }

    /** The divisor of the number of maps that makes the grid's shape come closest to this one. */
    int columns(int maps) {
        int best = maps;
        double least = Double.MAX_VALUE;
        for (int columns = maps; columns >= 1; columns--) {
            double distance = Math.abs(Math.log((double) columns * columns / (proportions * maps)));
            if (maps % columns == 0 && distance < least - 1e-9) {
                least = distance;
                best = columns;
            }
        }
        return best;
    }
}
