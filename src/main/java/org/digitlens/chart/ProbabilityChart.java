package org.digitlens.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;

import org.digitlens.classifier.Prediction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;

/** How probable each label is: one bar a label, in percent, the most probable one in the accent colour. */
public final class ProbabilityChart {

    /** In units; a unit is as many pixels as the scale says. */
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    private static final Color CLEAR = new Color(0, true);
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font BOLD = PLAIN.deriveFont(Font.BOLD);
    private static final double HEADROOM = 110;
    private static final double LABEL_GAP = 5;

    private ProbabilityChart() { }

    /** The chart as a PNG file of 640 x 360 units. */
    public static byte[] png(Prediction prediction, Theme theme, int scale) {
        var canvas = new Canvas(WIDTH, HEIGHT, scale);
        CategoryChart chart = chart(prediction, theme);
        chart.paint(canvas.graphics(), WIDTH, HEIGHT);
        double slot = (double) WIDTH / prediction.labels().size();
        for (int i = 0; i < prediction.labels().size(); i++) {
            double percent = 100 * prediction.probabilities()[i];
            boolean best = i == prediction.best();
            canvas.text(percent(percent) + (best ? "%" : ""), best ? BOLD : PLAIN, best ? theme.ink : theme.soft,
                (i + 0.5) * slot, chart.getScreenYFromChart(percent) - LABEL_GAP, 0.5);
        }
        return canvas.png();
    }

    private static CategoryChart chart(Prediction prediction, Theme theme) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler(), theme);
        var others = new ArrayList<Double>();
        var winner = new ArrayList<Double>();
        for (int i = 0; i < prediction.labels().size(); i++) {
            double percent = 100 * prediction.probabilities()[i];
            others.add(i == prediction.best() ? 0 : percent);
            winner.add(i == prediction.best() ? percent : 0);
        }
        chart.addSeries("others", prediction.labels(), others).setFillColor(theme.line);
        chart.addSeries("winner", prediction.labels(), winner).setFillColor(theme.accent);
        return chart;
    }

    /** One decimal where there is something to tell: 99.4, 0.1, but 0; and 100 only where there is no doubt at all. */
    static String percent(double percent) {
        double rounded = percent < 100 ? Math.min(99.9, Math.round(percent * 10) / 10.0) : 100;
        return rounded == Math.rint(rounded) ? Integer.toString((int) rounded) : Double.toString(rounded);
    }

    private static void style(CategoryStyler styler, Theme theme) {
        styler.setOverlapped(true).setAvailableSpaceFill(0.78);
        styler.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false).setLegendVisible(false)
            .setChartTitleVisible(false).setChartPadding(0).setPlotContentSize(1);
        styler.setYAxisMin(0.0).setYAxisMax(HEADROOM).setYAxisTicksVisible(false).setPlotGridLinesVisible(false)
            .setPlotMargin(0).setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false)
            .setXAxisTickMarkSpacingHint(1).setAxisTickLabelsFont(PLAIN).setAxisTickLabelsColor(theme.ink).setAxisTickPadding(6);
        styler.setSeriesLines(new BasicStroke[] {new BasicStroke(0), new BasicStroke(0)});
    }
}
