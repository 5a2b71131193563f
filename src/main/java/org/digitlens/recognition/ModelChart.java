package org.digitlens.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.digitlens.chart.ConfusionChart;
import org.digitlens.chart.LearningCurveChart;
import org.digitlens.chart.RefusalChart;
import org.digitlens.chart.ReliabilityChart;
import org.digitlens.chart.Theme;
import org.digitlens.classifier.ModelManifest;

/** A chart of what a model's report tells; all are 640 units wide. */
public enum ModelChart {
    /** Which label was read as which. */
    CONFUSION(ConfusionChart.HEIGHT),
    /** Loss and held-out errors by epoch. */
    LEARNING_CURVES(LearningCurveChart.HEIGHT),
    /** Accuracy against confidence. */
    RELIABILITY(ReliabilityChart.HEIGHT),
    /** What thresholds keep and refuse. */
    REFUSAL(RefusalChart.HEIGHT);

    private final int height;

    ModelChart(int height) {
        this.height = height;
    }

    /** In units; a unit is as many pixels as the scale says. */
    public int height() {
        return height;
    }

    /** As it is written in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ModelChart> of(String key) {
        return Stream.of(values()).filter(chart -> chart.key().equals(key)).findFirst();
    }

    /** Those that a report has the numbers for. */
    static List<ModelChart> in(ModelReport report) {
        return Stream.of(values()).filter(chart -> chart.isIn(report)).toList();
    }

    /** Whether a report has the numbers for it. */
    boolean isIn(ModelReport report) {
        return switch (this) {
            case CONFUSION -> report.confusion().isPresent();
            case LEARNING_CURVES -> !report.learning().isEmpty();
            case RELIABILITY -> report.reliability().isPresent();
            case REFUSAL -> report.refusal().isPresent();
        };
    }

    /**
     * Draws it.
     *
     * @param report one that has the numbers for it
     * @return a PNG file
     */
    byte[] png(ModelReport report, ModelManifest manifest, Theme theme, int scale) {
        return switch (this) {
            case CONFUSION -> ConfusionChart.png(manifest.labels(), report.confusion().orElseThrow().counts(), theme, scale);
            case LEARNING_CURVES -> LearningCurveChart.png(report.learning(), theme, scale);
            case RELIABILITY -> ReliabilityChart.png(report.reliability().orElseThrow().bins(), theme, scale);
            case REFUSAL -> RefusalChart.png(report.refusal().orElseThrow().curve(), chosen(manifest), theme, scale);
        };
    }

    /** What the model's own threshold keeps and refuses. */
    static Optional<RefusalChart.Point> chosen(ModelManifest manifest) {
        OptionalDouble kept = manifest.share("measured", "kept");
        OptionalDouble refused = manifest.share("measured", "refusal", "refused");
        return kept.isPresent() && refused.isPresent() ? Optional.of(new RefusalChart.Point(kept.getAsDouble(), refused.getAsDouble()))
            : Optional.empty();
    }
}
