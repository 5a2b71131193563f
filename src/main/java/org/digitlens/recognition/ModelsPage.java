package org.digitlens.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelLatencies;
import org.digitlens.classifier.ModelManifest;

/** The models that pages tell of, in the catalogue's order within each group that reads the same. */
@Named
@RequestScoped
public class ModelsPage {

    @Inject
    private ModelCatalogue catalogue;

    @Inject
    private ModelLatencies latencies;

    @Inject
    private ModelReports reports;

    private List<ModelView> models;

    /** All of them: those that read what the default model reads, then each group of others. */
    public List<ModelView> getModels() {
        if (models == null) {
            List<ModelView> all = catalogue.all().stream().map(classifier -> view(classifier.manifest())).toList();
            models = all.stream().sorted(Comparator.comparingInt(model -> firstLike(model, all))).toList();
        }
        return models;
    }

    /** Those that read what the default model reads. */
    public List<ModelView> getAlike() {
        return getModels().stream().filter(model -> !isApart(model)).toList();
    }

    /** Those that read something else. */
    public List<ModelView> getOthers() {
        return getModels().stream().filter(this::isApart).toList();
    }

    /** Whether a model reads something else than the default model does. */
    public boolean isApart(ModelView model) {
        return firstLike(model, getModels()) > 0;
    }

    /** Where the first model stands that reads the same as this. */
    private static int firstLike(ModelView model, List<ModelView> all) {
        return (int) all.stream().takeWhile(other -> !other.readsLike(model)).count();
    }

    /** Whether all models' times on this server are known. */
    public boolean isTimed() {
        return getModels().stream().allMatch(model -> model.getMicros() != null);
    }

    private ModelView view(ModelManifest manifest) {
        return new ModelView(manifest, manifest.name().equals(catalogue.defaultName()), latencies.micros(manifest.name()),
            reports.find(manifest.name()).map(report -> alternatives(report, manifest)).orElse(Map.of()));
    }

    private static Map<String, String> alternatives(ModelReport report, ModelManifest manifest) {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        var words = new Descriptions(locale);
        return ModelChart.in(report).stream().collect(Collectors.toMap(ModelChart::key, chart -> words.of(chart, report, manifest)));
    }
}
