package org.digitlens.recognition;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;

/**
 * The reports of all models that have one, read when the application starts. One that makes no sense is told by name and
 * reason, and its model is served without.
 */
@ApplicationScoped
public class ModelReports {

    private static final Logger LOGGER = Logger.getLogger(ModelReports.class.getName());
    private static final String FILE = "report.json";
    private static final int MOST_BYTES = 1_000_000;
    private static final int AFTER_THE_CATALOGUE = Interceptor.Priority.APPLICATION + 600;

    private ModelCatalogue catalogue;
    private Map<String, ModelReport> reports = Map.of();
    private Map<String, String> unusable = Map.of();

    /** For proxies. */
    protected ModelReports() { }

    @Inject
    public ModelReports(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) @Priority(AFTER_THE_CATALOGUE) Object event) {
        load();
    }

    /** Reads them all; for use without a server. */
    void load() {
        var read = new TreeMap<String, ModelReport>();
        var failed = new TreeMap<String, String>();
        for (DigitClassifier model : catalogue.all()) {
            String name = model.manifest().name();
            try {
                catalogue.file(name, FILE, MOST_BYTES)
                    .ifPresent(file -> read.put(name, ReportReader.read(file, model.manifest().labels().size())));
            } catch (IOException | IllegalArgumentException e) {
                failed.put(name, FILE + " is not used: " + e.getMessage());
                LOGGER.log(Level.WARNING, "The model {0} is served without its report: {1}", new Object[] {name, e.getMessage()});
            }
        }
        reports = read;
        unusable = failed;
    }

    /** The report of a model. */
    Optional<ModelReport> find(String model) {
        return Optional.ofNullable(reports.get(model));
    }

    /** Why a model's report is not used, where it has one that makes no sense. */
    Optional<String> unusable(String model) {
        return Optional.ofNullable(unusable.get(model));
    }
}
