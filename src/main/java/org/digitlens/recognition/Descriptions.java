package org.digitlens.recognition;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.digitlens.chart.LearningCurveChart;
import org.digitlens.chart.RefusalChart;
import org.digitlens.chart.ReliabilityChart;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.classifier.Prediction;
import org.digitlens.explanation.ActivationMaps;
import org.digitlens.explanation.ClassActivationMap;

/** Explanations in words, for those who do not see the pictures. */
final class Descriptions {

    private static final int NAMED = 3;
    private static final List<String> REGIONS = List.of("topLeft", "top", "topRight", "left", "centre", "right", "bottomLeft",
        "bottom", "bottomRight");

    private final Locale locale;
    private final ResourceBundle texts;

    Descriptions(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle("org.digitlens.descriptions", locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Every label with its probability, the most probable first. */
    String of(Prediction prediction) {
        return text("probabilities", IntStream.range(0, prediction.labels().size()).boxed()
            .sorted(Comparator.comparingDouble(i -> -prediction.probabilities()[i]))
            .map(i -> text("probability", prediction.labels().get(i), prediction.probabilities()[i]))
            .collect(Collectors.joining(text("separator"))));
    }

    /** How many maps of a layer answered, and how strongly. */
    String of(ActivationMaps activation) {
        return text("activations", activation.maps().count(), activation.layer(), activation.active(), activation.highest());
    }

    /** The regions that speak most for a label, and the one that speaks most against it. */
    String of(ClassActivationMap map) {
        double[] sums = map.regions();
        List<Integer> order = IntStream.range(0, sums.length).boxed().sorted(Comparator.comparingDouble(i -> -sums[i])).toList();
        String speakFor = order.stream().filter(i -> sums[i] > 0).limit(NAMED).map(this::region)
            .collect(Collectors.joining(text("separator")));
        int least = order.get(order.size() - 1);
        return text(speakFor.isEmpty() ? "cam.nothing" : sums[least] < 0 ? "cam.both" : "cam.for", map.label(), speakFor, region(least));
    }

    /** What a chart of a model's report shows. */
    String of(ModelChart chart, ModelReport report, ModelManifest manifest) {
        return switch (chart) {
            case CONFUSION -> of(report.confusion().orElseThrow(), manifest.labels());
            case LEARNING_CURVES -> of(report.learning());
            case RELIABILITY -> of(report.reliability().orElseThrow());
            case REFUSAL -> of(report.refusal().orElseThrow(), ModelChart.chosen(manifest));
        };
    }

    /** How many pictures were read wrong, and the most frequent mistakes. */
    private String of(ModelReport.Confusion confusion, List<String> labels) {
        int[][] counts = confusion.counts();
        long all = Stream.of(counts).flatMapToInt(IntStream::of).asLongStream().sum();
        long right = IntStream.range(0, counts.length).mapToLong(label -> counts[label][label]).sum();
        String mistakes = IntStream.range(0, counts.length * counts.length).boxed()
            .filter(cell -> cell / counts.length != cell % counts.length && counts[cell / counts.length][cell % counts.length] > 0)
            .sorted(Comparator.comparingInt(cell -> -counts[cell / counts.length][cell % counts.length])).limit(NAMED)
            .map(cell -> text("confusion.mistake", labels.get(cell / counts.length), labels.get(cell % counts.length),
                counts[cell / counts.length][cell % counts.length]))
            .collect(Collectors.joining(text("separator")));
        return text(mistakes.isEmpty() ? "confusion.none" : "confusion", confusion.set(), all, all - right, mistakes);
    }

    /** Loss and errors of the first epoch and the last. */
    private String of(List<LearningCurveChart.Epoch> epochs) {
        LearningCurveChart.Epoch first = epochs.get(0);
        LearningCurveChart.Epoch last = epochs.get(epochs.size() - 1);
        String loss = text("learning", epochs.size(), first.loss(), last.loss());
        return first.error().isEmpty() || last.error().isEmpty() ? loss
            : loss + " " + text("learning.heldOut", first.error().getAsDouble(), last.error().getAsDouble());
    }

    /** How far confidence and accuracy lie apart, weighted by pictures. */
    private String of(ModelReport.Reliability reliability) {
        long all = reliability.bins().stream().mapToLong(ReliabilityChart.Bin::count).sum();
        double apart = reliability.bins().stream().filter(bin -> bin.count() > 0)
            .mapToDouble(bin -> bin.count() * Math.abs(bin.accuracy() - bin.confidence())).sum() / Math.max(1, all);
        return text("reliability", reliability.set(), all, reliability.bins().size(), 100 * apart);
    }

    /** What is refused at either end of the curve, and by the model's own threshold. */
    private String of(ModelReport.Refusal refusal, Optional<RefusalChart.Point> chosen) {
        RefusalChart.Point most = Collections.max(refusal.curve(), Comparator.comparingDouble(RefusalChart.Point::kept));
        RefusalChart.Point least = Collections.min(refusal.curve(), Comparator.comparingDouble(RefusalChart.Point::kept));
        String ends = text("refusal", refusal.set(), refusal.pictures(), most.refused(), most.kept(), least.refused(), least.kept());
        return chosen.map(point -> ends + " " + text("refusal.chosen", point.refused(), point.kept())).orElse(ends);
    }

    private String region(int index) {
        return text("region." + REGIONS.get(index));
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}
