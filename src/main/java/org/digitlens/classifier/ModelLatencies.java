package org.digitlens.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.digitlens.imaging.GrayImage;

/**
 * How long each model takes for a picture on this very machine: one picture after another on one thread, through the
 * session that also serves, with everything that the model computes. The models take turns, so that whatever else the
 * machine does meanwhile hits all alike, and the median counts. Measured once, in the background, some seconds after the
 * start.
 */
@ApplicationScoped
public class ModelLatencies {

    private static final Logger LOGGER = Logger.getLogger(ModelLatencies.class.getName());
    private static final int DELAY_SECONDS = 5;
    private static final int WARM_UPS = 500;
    private static final int ROUNDS = 10;
    private static final int RUNS = 50;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int AFTER_THE_CATALOGUE = Interceptor.Priority.APPLICATION + 600;

    private ModelCatalogue catalogue;

    @Resource
    private ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> task;
    private volatile boolean stopped;
    private volatile Map<String, Long> micros = Map.of();

    /** For proxies. */
    protected ModelLatencies() { }

    @Inject
    public ModelLatencies(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_THE_CATALOGUE) Object event) {
        task = executor.schedule(this::measure, DELAY_SECONDS, TimeUnit.SECONDS);
    }

    /** Measures all models now; for use without a server too. */
    void measure() {
        try {
            List<DigitClassifier> models = catalogue.all();
            GrayImage picture = picture();
            models.forEach(model -> time(model, picture, WARM_UPS));
            var times = new TreeMap<String, long[]>();
            for (int round = 0; round < ROUNDS && !stopped; round++) {
                for (DigitClassifier model : models) {
                    times.merge(model.manifest().name(), time(model, picture, RUNS), ModelLatencies::joined);
                }
            }
            if (!stopped) {
                var medians = new TreeMap<String, Long>();
                times.forEach((model, nanos) -> medians.put(model, median(nanos) / 1000));
                micros = medians;
                LOGGER.log(Level.INFO, "Microseconds for one picture, on one thread: {0}", medians);
            }
        } catch (RuntimeException e) { // no wonder where the application stops, as the models are closed then
            LOGGER.log(stopped ? Level.FINE : Level.WARNING, "The models' latency could not be measured", e);
        }
    }

    /** The times of so many runs in nanoseconds, or of fewer where they take long. */
    private long[] time(DigitClassifier model, GrayImage picture, int runs) {
        var nanos = new long[runs];
        long begin = System.nanoTime();
        int run = 0;
        while (run < runs && !stopped && (run == 0 || System.nanoTime() - begin < MOST_NANOS)) {
            long start = System.nanoTime();
            model.predict(picture);
            nanos[run++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(nanos, run);
    }

    private static long[] joined(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A ring of a pen's width, as much ink as a digit has. */
    private static GrayImage picture() {
        var ink = new float[ModelManifest.SIDE * ModelManifest.SIDE];
        double centre = (ModelManifest.SIDE - 1) / 2.0;
        for (int i = 0; i < ink.length; i++) {
            double distance = Math.hypot(i % ModelManifest.SIDE - centre, i / ModelManifest.SIDE - centre);
            ink[i] = (float) Math.max(0, Math.min(1, 2.5 - Math.abs(distance - 7)));
        }
        return new GrayImage(ModelManifest.SIDE, ModelManifest.SIDE, ink);
    }

    /** Whether the models have been measured. */
    public boolean areKnown() {
        return !micros.isEmpty();
    }

    /** Median time for one picture in microseconds; empty until it has been measured. */
    public OptionalLong micros(String model) {
        Long measured = micros.get(model);
        return measured == null ? OptionalLong.empty() : OptionalLong.of(measured);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (task != null) {
            task.cancel(false);
        }
    }
}
