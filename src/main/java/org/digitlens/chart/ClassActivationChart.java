package org.digitlens.chart;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

import org.digitlens.explanation.ClassActivationMap;
import org.digitlens.imaging.GrayImage;

/**
 * The network's input with the class activation map laid over it: warm where a region speaks for the label, cool where
 * it speaks against it, and the scale below.
 */
public final class ClassActivationChart {

    private static final int CELL = 14;
    private static final int LEGEND = 44;
    private static final int BAR = 12;
    private static final int LEVELS = 12;
    private static final double INK_COVER = 0.62;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 18);

    private ClassActivationChart() { }

    /**
     * The chart as a PNG file, 392 units wide and 436 high.
     *
     * @param input what the network saw, of the map's size
     */
    public static byte[] png(ClassActivationMap map, GrayImage input, Theme theme, int scale) {
        int side = map.side();
        var canvas = new Canvas(side * CELL, side * CELL + LEGEND, scale);
        float strongest = map.strongest();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                Color heat = heat(map.values()[y * side + x] / strongest, theme);
                double ink = Math.round(input.at(x, y) * 6) / 6.0;
                canvas.graphics().setColor(Theme.mix(heat, theme.ink, INK_COVER * ink));
                canvas.graphics().fillRect(x * CELL, y * CELL, CELL, CELL);
            }
        }
        legend(canvas, strongest, theme, side * CELL);
        return canvas.png();
    }

    /** The colour of a contribution, -1 to 1, in {@value #LEVELS} steps on either side. */
    private static Color heat(double share, Theme theme) {
        double strength = Math.round(Math.abs(share) * LEVELS) / (double) LEVELS;
        return Theme.mix(theme.paper, share > 0 ? theme.warm : theme.cool, strength);
    }

    private static void legend(Canvas canvas, float strongest, Theme theme, int width) {
        int top = width + 8;
        int steps = 2 * LEVELS + 1;
        for (int i = 0; i < steps; i++) {
            canvas.graphics().setColor(heat((i - LEVELS) / (double) LEVELS, theme));
            int left = i * width / steps;
            canvas.graphics().fillRect(left, top, (i + 1) * width / steps - left, BAR);
        }
        double baseline = width + LEGEND - 4;
        String most = String.format(Locale.ROOT, "%.1f", strongest);
        canvas.text("\u2212" + most, FONT, theme.soft, 0, baseline, 0);
        canvas.text("0", FONT, theme.soft, width / 2.0, baseline, 0.5);
        canvas.text("+" + most, FONT, theme.soft, width, baseline, 1);
    }
}
