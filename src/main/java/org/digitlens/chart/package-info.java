/**
 * From numbers to PNG files, in light and dark colours. Read {@link org.digitlens.chart.ProbabilityChart} first; {@link
 * org.digitlens.chart.Canvas} is what all charts are painted on, {@link org.digitlens.chart.Plot} what those on two axes
 * share. The only package that knows XChart.
 *
 * <p>The charts of what was measured of models take plain numbers and import nothing of the application but the PNG
 * writer: {@code training} compiles them from here for its own reports.
 */
package org.digitlens.chart;
