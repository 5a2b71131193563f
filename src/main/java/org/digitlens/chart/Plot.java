package org.digitlens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.stream.DoubleStream;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A field between two axes. XChart draws what lies in it; the grid and the numbers beside it are drawn here, as XChart
 * leaves out the ends of an axis, and of a logarithmic one all numbers but the powers of ten.
 */
final class Plot {

    /** Width of the sheet of every chart on two axes, in units. */
    static final int SHEET = 640;
    /** From a plot's upper edge, with the title above the field, to the field. */
    static final int ABOVE = 34;
    /** From the field's lower edge down to the end of the horizontal axis' title. */
    static final int BELOW = 54;
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
    static final Font BOLD = FONT.deriveFont(Font.BOLD);

    private static final int LEFT = 66;
    private static final int WIDTH = SHEET - LEFT - 24;
    private static final int GAP = 10;
    private static final double MIDDLE = 0.36;
    private static final int LINE = 22;
    private static final int BLEED = 12;
    private static final int SPOT = 12;
    private static final float[] DOTS = {2, 6};
    private static final Color CLEAR = new Color(0, true);

    private final int top;
    private final int height;
    private final Axis x;
    private final Axis y;
    private final XYChart chart;

    /**
     * A plot across the sheet.
     *
     * @param above  the plot's upper edge in units
     * @param height of the field in units
     */
    Plot(int above, int height, Axis x, Axis y) {
        this.top = above + ABOVE;
        this.height = height;
        this.x = x;
        this.y = y;
        chart = new XYChart(WIDTH + 2 * BLEED, height + 2 * BLEED);
        bare(chart.getStyler());
        double[] across = ends(x, WIDTH);
        double[] upwards = ends(y, height);
        chart.getStyler().setXAxisMin(across[0]).setXAxisMax(across[1]).setYAxisMin(upwards[0]).setYAxisMax(upwards[1]);
        chart.getStyler().setMarkerSize(SPOT);
    }

    /** Leaves nothing of a chart but what lies between its axes. */
    static void bare(AxesChartStyler styler) {
        styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false).setLegendVisible(false)
            .setChartTitleVisible(false).setChartPadding(0).setPlotContentSize(1);
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false).setPlotMargin(0)
            .setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false).setPlotTicksMarksVisible(false);
    }

    /** An axis' ends where the field is a little larger, so that lines along its edge are not cut. */
    private static double[] ends(Axis axis, int length) {
        double bleed = (axis.even(axis.to()) - axis.even(axis.from())) * BLEED / length;
        return new double[] {axis.even(axis.from()) - bleed, axis.even(axis.to()) + bleed};
    }

    /** Adds a line through points. */
    void line(double[] xs, double[] ys, Color colour, float width) {
        line(xs, ys, colour, new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** Adds a dotted line through points. */
    void dotted(double[] xs, double[] ys, Color colour) {
        line(xs, ys, colour, new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, DOTS, 0));
    }

    private void line(double[] xs, double[] ys, Color colour, BasicStroke stroke) {
        series(xs, ys).setMarker(SeriesMarkers.NONE).setLineColor(colour).setLineStyle(stroke);
    }

    /** Adds a round spot at each point. */
    void spots(double[] xs, double[] ys, Color colour) {
        series(xs, ys).setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.CIRCLE).setMarkerColor(colour);
    }

    /** Adds a bar from the axis up to a value. */
    void bar(double middle, double value, float width, Color colour) {
        double end = Math.max(value, y.from());
        line(new double[] {middle, middle}, new double[] {y.from(), end}, colour,
            new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    private XYSeries series(double[] xs, double[] ys) {
        return chart.addSeries(Integer.toString(chart.getSeriesCollection().size()), DoubleStream.of(xs).map(x::even).toArray(),
            DoubleStream.of(ys).map(y::even).toArray());
    }

    /**
     * Paints everything.
     *
     * @param xTitle below the horizontal axis; where it is empty its numbers are left out too
     * @param yTitle above the field
     */
    void paint(Canvas canvas, String xTitle, String yTitle, Theme theme) {
        Graphics2D graphics = canvas.graphics();
        for (double tick : y.ticks()) {
            graphics.setColor(theme.line);
            graphics.fillRect(LEFT, (int) Math.round(atY(tick)), WIDTH, 1);
            canvas.text(Axis.text(tick), FONT, theme.soft, LEFT - GAP, atY(tick) + MIDDLE * FONT.getSize(), 1);
        }
        for (double tick : x.ticks()) {
            graphics.setColor(theme.line);
            graphics.fillRect((int) Math.round(atX(tick)), top, 1, height);
            if (!xTitle.isEmpty()) {
                canvas.text(Axis.text(tick), FONT, theme.soft, atX(tick), top + height + LINE, 0.5);
            }
        }
        canvas.text(yTitle, FONT, theme.ink, 2, top - GAP - 4, 0);
        canvas.text(xTitle, FONT, theme.ink, LEFT + WIDTH / 2.0, top + height + 2 * LINE + 3, 0.5);
        var field = (Graphics2D) graphics.create();
        field.translate(LEFT - BLEED, top - BLEED);
        chart.paint(field, chart.getWidth(), chart.getHeight());
        field.dispose();
    }

    /** Where a value of the horizontal axis lies on the sheet, in units. */
    double atX(double value) {
        return LEFT + x.share(value) * WIDTH;
    }

    /** Where a value of the vertical axis lies on the sheet, in units. */
    double atY(double value) {
        return top + (1 - y.share(value)) * height;
    }

    /** Whether a place on the sheet lies right of the middle. */
    boolean isRight(double place) {
        return place > LEFT + WIDTH / 2.0;
    }
}
