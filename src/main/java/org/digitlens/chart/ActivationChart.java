package org.digitlens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Locale;

import org.digitlens.classifier.FeatureMaps;
import org.digitlens.explanation.ActivationMaps;

/**
 * All maps of a convolution in a grid, on one scale from no answer (dark) to the strongest
 * answer of the layer (bright), and the scale below. Painted cell by cell, as a heat map chart for each map takes
 * twenty times as long.
 */
public final class ActivationChart {

    private static final int GAP = 6;
    private static final int LEGEND = 34;
    private static final int BAR = 14;
    private static final int STEPS = 128;
    private static final int[] COLOURS = Viridis.colours(STEPS);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 22);

    private ActivationChart() { }

    /** The chart as a PNG file, about 1000 units wide, or 500 if the grid is a square one. */
    public static byte[] png(ActivationMaps activation, MapGrid grid, Theme theme, int scale) {
        FeatureMaps maps = activation.maps();
        int columns = grid.columns(maps.count());
        int rows = (maps.count() + columns - 1) / columns;
        int cell = Math.max(1, (grid.width / columns - GAP) / maps.width());
        int width = columns * (cell * maps.width() + GAP) - GAP;
        int height = rows * (cell * maps.height() + GAP) + LEGEND;
        var canvas = new Canvas(width, height, scale);
        var picture = new BufferedImage(maps.width(), maps.height(), BufferedImage.TYPE_INT_RGB);
        for (int map = 0; map < maps.count(); map++) {
            picture.setRGB(0, 0, maps.width(), maps.height(), colours(activation, map), 0, maps.width());
            canvas.graphics().drawImage(picture, map % columns * (cell * maps.width() + GAP),
                map / columns * (cell * maps.height() + GAP), cell * maps.width(), cell * maps.height(), null);
        }
        legend(canvas, activation, theme, width, height);
        return canvas.png();
    }

    private static int[] colours(ActivationMaps activation, int map) {
        FeatureMaps maps = activation.maps();
        var colours = new int[maps.width() * maps.height()];
        float factor = activation.highest() > 0 ? (STEPS - 1) / activation.highest() : 0;
        for (int i = 0; i < colours.length; i++) {
            colours[i] = COLOURS[Math.round(Math.max(0, maps.values()[map * colours.length + i]) * factor)];
        }
        return colours;
    }

    private static void legend(Canvas canvas, ActivationMaps activation, Theme theme, int width, int height) {
        double baseline = height - 6;
        int from = 30;
        int to = width - 80;
        canvas.text("0", FONT, theme.soft, 0, baseline, 0);
        canvas.text(String.format(Locale.ROOT, "%.2f", activation.highest()), FONT, theme.soft, width, baseline, 1);
        for (int i = 0; i < STEPS; i++) {
            canvas.graphics().setColor(new Color(COLOURS[i]));
            int left = from + i * (to - from) / STEPS;
            canvas.graphics().fillRect(left, height - LEGEND + 13, from + (i + 1) * (to - from) / STEPS - left, BAR);
        }
    }
}
