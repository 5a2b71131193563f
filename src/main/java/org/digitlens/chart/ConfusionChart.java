package org.digitlens.chart;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * Which sign was taken for which: a row for each sign that it was, a column for each that it was read as. The mistakes
 * carry the colour, the more the warmer; what was read right stays in the background, as it is nearly everything.
 */
public final class ConfusionChart {

    /** In units; a unit is as many pixels as the scale says. */
    public static final int HEIGHT = 628;

    private static final int TOP = 34;
    private static final int SIDE = HEIGHT - TOP - 54;
    private static final int GAP = 9;
    private static final int STEPS = 9;
    private static final int DIAGONAL = 1;
    private static final int LEAST = 2;
    private static final double LEAST_WARMTH = 0.16;
    private static final double LARGEST_NUMBER = 0.4;
    private static final int SMALLEST_NUMBER = 8;
    private static final int LABEL_LENGTH = 9;

    private final List<String> labels;
    private final int[][] counts;
    private final Theme theme;
    private final Canvas canvas;
    private final Color[] colours;
    private final int most;
    private final int widest;
    private final int left;
    private final int width;
    private final int height;

    private ConfusionChart(List<String> labels, int[][] counts, Theme theme, int scale) {
        this.labels = labels.stream().map(label -> Canvas.shortened(label, LABEL_LENGTH)).toList();
        this.counts = counts;
        this.theme = theme;
        canvas = new Canvas(Plot.SHEET, HEIGHT, scale);
        colours = colours(theme);
        most = most(counts);
        widest = this.labels.stream().mapToInt(canvas.graphics().getFontMetrics(Plot.FONT)::stringWidth).max().orElse(0);
        left = widest + GAP + 2;
        width = Math.max(1, (Plot.SHEET - left) / labels.size());
        height = Math.max(1, SIDE / labels.size());
    }

    /**
     * The chart as a PNG file of 640 x 628 units.
     *
     * @param labels what rows and columns stand for, at least one
     * @param counts of pictures, {@code counts[actual][predicted]}
     */
    public static byte[] png(List<String> labels, int[][] counts, Theme theme, int scale) {
        return new ConfusionChart(labels, counts, theme, scale).png();
    }

    private byte[] png() {
        var field = (Graphics2D) canvas.graphics().create();
        field.translate(left, TOP);
        HeatMapChart chart = chart();
        chart.paint(field, chart.getWidth(), chart.getHeight());
        field.dispose();
        gaps();
        numbers();
        names();
        return canvas.smallPng();
    }

    private HeatMapChart chart() {
        HeatMapChart chart = new HeatMapChartBuilder().width(width * labels.size()).height(height * labels.size()).build();
        HeatMapStyler styler = chart.getStyler();
        Plot.bare(styler);
        styler.setMin(0).setMax(STEPS).setRangeColors(colours).setPiecewise(false).setDrawBorder(false).setShowValue(false);
        int size = labels.size();
        var cells = new int[size][size]; // by column, from the left, and by row, from the bottom
        for (int column = 0; column < size; column++) {
            for (int row = 0; row < size; row++) {
                cells[column][row] = level(size - 1 - row, column);
            }
        }
        var places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        chart.addSeries("counts", places, places, cells);
        return chart;
    }

    /** 0 for none, then what was read right, then mistakes; by the root, so that single ones show. */
    private int level(int actual, int predicted) {
        int count = counts[actual][predicted];
        if (actual == predicted) {
            return DIAGONAL;
        }
        return count == 0 ? 0 : LEAST + (int) Math.round((STEPS - LEAST) * Math.sqrt((count - 1.0) / Math.max(1, most - 1)));
    }

    private static int most(int[][] counts) {
        int most = 1;
        for (int actual = 0; actual < counts.length; actual++) {
            for (int predicted = 0; predicted < counts.length; predicted++) {
                most = actual == predicted ? most : Math.max(most, counts[actual][predicted]);
            }
        }
        return most;
    }

    private static Color[] colours(Theme theme) {
        var colours = new Color[STEPS + 1];
        colours[0] = Theme.mix(theme.paper, theme.line, 0.35);
        colours[DIAGONAL] = theme.line;
        for (int step = LEAST; step <= STEPS; step++) {
            double share = (double) (step - LEAST) / (STEPS - LEAST);
            colours[step] = Theme.mix(theme.paper, theme.warm, LEAST_WARMTH + (1 - LEAST_WARMTH) * share);
        }
        return colours;
    }

    /** Parts the cells, where they are large enough. */
    private void gaps() {
        int gap = width > SMALLEST_NUMBER ? 2 : 0;
        var eraser = (Graphics2D) canvas.graphics().create();
        eraser.setComposite(AlphaComposite.Clear);
        for (int i = 0; i <= labels.size(); i++) {
            eraser.fillRect(left + i * width - gap / 2, TOP, gap, height * labels.size());
            eraser.fillRect(left, TOP + i * height - gap / 2, width * labels.size(), gap);
        }
        eraser.dispose();
    }

    private void numbers() {
        Font font = Plot.FONT.deriveFont((float) Math.min(Plot.FONT.getSize(), Math.min(width, height) * LARGEST_NUMBER));
        if (font.getSize2D() < SMALLEST_NUMBER) {
            return;
        }
        for (int actual = 0; actual < labels.size(); actual++) {
            for (int predicted = 0; predicted < labels.size(); predicted++) {
                if (counts[actual][predicted] > 0) {
                    boolean right = actual == predicted;
                    Color colour = right ? theme.soft : theme.on(colours[level(actual, predicted)]);
                    canvas.text(Integer.toString(counts[actual][predicted]), right ? font : font.deriveFont(Font.BOLD), colour,
                        left + (predicted + 0.5) * width, middle(actual, font), 0.5);
                }
            }
        }
    }

    /** Labels beside rows and below columns, as many as there is room for. */
    private void names() {
        int bottom = TOP + height * labels.size();
        int everyRow = (int) Math.ceil((double) Plot.FONT.getSize() / height);
        int everyColumn = (int) Math.ceil((double) (widest + 1) / width);
        for (int i = 0; i < labels.size(); i++) {
            if (i % everyRow == 0) {
                canvas.text(labels.get(i), Plot.FONT, theme.ink, left - GAP, middle(i, Plot.FONT), 1);
            }
            if (i % everyColumn == 0 && left + (i + 0.5) * width + widest / 2.0 <= Plot.SHEET) {
                canvas.text(labels.get(i), Plot.FONT, theme.ink, left + (i + 0.5) * width, bottom + 21, 0.5);
            }
        }
        canvas.text("actual", Plot.FONT, theme.soft, 2, TOP - 12, 0);
        canvas.text("read as", Plot.FONT, theme.soft, left + labels.size() * width / 2.0, bottom + 46, 0.5);
    }

    /** The baseline of letters in the middle of a row. */
    private double middle(int row, Font font) {
        return TOP + (row + 0.5) * height + 0.36 * font.getSize2D();
    }
}
