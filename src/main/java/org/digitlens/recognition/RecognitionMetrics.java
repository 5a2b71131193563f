package org.digitlens.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import jakarta.enterprise.context.ApplicationScoped;

import org.digitlens.classifier.Rejection;
import org.digitlens.reading.Reading;

/**
 * Counts and times predictions by model and outcome: {@code recognized}, the reason why not, or {@code failed}; comparisons by
 * outcome: {@code agreed}, {@code disagreed}, {@code blank} or {@code failed}; and readings of pages by model and outcome:
 * {@code recognized} where all signs are, {@code uncertain}, {@code blank} or {@code failed}. The registry is the
 * application's own, so that redeploying starts from nothing.
 */
@ApplicationScoped
public class RecognitionMetrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram durations = Histogram.builder().name("digitlens_prediction_duration_seconds").unit(Unit.SECONDS)
        .help("From a picture's bytes to the prediction with its explanations").labelNames("model", "outcome")
        .classicOnly().classicUpperBounds(.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
        .register(registry);

    private final Histogram comparisons = Histogram.builder().name("digitlens_comparison_duration_seconds").unit(Unit.SECONDS)
        .help("From a picture's bytes to the predictions of all models").labelNames("outcome")
        .classicOnly().classicUpperBounds(.00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5)
        .register(registry);

    private final Histogram readings = Histogram.builder().name("digitlens_reading_duration_seconds").unit(Unit.SECONDS)
        .help("From a page's bytes to the numbers on it with their explanations").labelNames("model", "outcome")
        .classicOnly().classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
        .register(registry);

    private final Gauge loaded = Gauge.builder().name("digitlens_model_loaded").help("1 for each model that is served")
        .labelNames("model").register(registry);

    Recognition measured(String model, Supplier<Recognition> work) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Recognition recognition = work.get();
            outcome = recognition.prediction().rejection().map(Rejection::name).orElse("recognized").toLowerCase(Locale.ROOT);
            return recognition;
        } finally {
            durations.labelValues(model, outcome).observe(Unit.nanosToSeconds(System.nanoTime() - start));
        }
    }

    Comparison compared(Supplier<Comparison> work) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Comparison comparison = work.get();
            outcome = comparison.label().isEmpty() ? "blank" : comparison.agree() ? "agreed" : "disagreed";
            return comparison;
        } finally {
            comparisons.labelValues(outcome).observe(Unit.nanosToSeconds(System.nanoTime() - start));
        }
    }

    /** Opening a file takes part in the time of its pages only where it fails: then there are none. */
    <T> T opened(String model, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } catch (RuntimeException e) {
            readings.labelValues(model, "failed").observe(Unit.nanosToSeconds(System.nanoTime() - start));
            throw e;
        }
    }

    Transcript transcribed(String model, Supplier<Transcript> work) {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Transcript transcript = work.get();
            List<Reading.Digit> digits = transcript.reading().digits();
            outcome = digits.isEmpty() ? "blank"
                : digits.stream().allMatch(digit -> digit.prediction().recognized()) ? "recognized" : "uncertain";
            return transcript;
        } finally {
            readings.labelValues(model, outcome).observe(Unit.nanosToSeconds(System.nanoTime() - start));
        }
    }

    /** Everything counted so far, and which models are served, in Prometheus' text format 0.0.4. */
    String text(List<String> models) {
        models.forEach(model -> loaded.labelValues(model).set(1));
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
