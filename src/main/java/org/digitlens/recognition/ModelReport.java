package org.digitlens.recognition;

import java.util.List;
import java.util.Optional;

import jakarta.json.JsonObject;

import org.digitlens.chart.LearningCurveChart;
import org.digitlens.chart.RefusalChart;
import org.digitlens.chart.ReliabilityChart;

/**
 * What {@code report.json} tells of a model beside its manifest; any part may be missing.
 *
 * @param learning    the epochs of its training; empty where nothing is told of them
 * @param confusion   which label was read as which
 * @param reliability how far its confidence can be believed
 * @param refusal     what it refuses
 * @param json        the whole document
 */
record ModelReport(List<LearningCurveChart.Epoch> learning, Optional<Confusion> confusion, Optional<Reliability> reliability,
                   Optional<Refusal> refusal, JsonObject json) {

    /**
     * Pictures of a test set by what they are and what they were read as.
     *
     * @param set    the test set's name
     * @param counts in the order of the model's labels, {@code counts[actual][predicted]}
     */
    record Confusion(String set, int[][] counts) { }

    /**
     * Pictures of a test set by the model's confidence.
     *
     * @param set  the test set's name
     * @param bins at least one
     */
    record Reliability(String set, List<ReliabilityChart.Bin> bins) { }

    /**
     * What thresholds do to signs that the model does not know.
     *
     * @param set      where those signs come from
     * @param pictures how many there are
     * @param curve    by threshold, at least one point
     */
    record Refusal(String set, int pictures, List<RefusalChart.Point> curve) { }
}
