/**
 * From numbers to PNG files, in light and dark colours. Read {@link org.digitlens.chart.ProbabilityChart} first; {@link
 * org.digitlens.chart.Canvas} is what all charts are painted on. The only package that knows XChart.
 */
package org.digitlens.chart;
