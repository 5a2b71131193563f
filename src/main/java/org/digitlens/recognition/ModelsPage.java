package org.digitlens.recognition;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.digitlens.classifier.ModelCatalogue;

/** The models that pages tell of: the default first, then by accuracy. */
@Named
@RequestScoped
public class ModelsPage {

    private static final Comparator<ModelView> ORDER = Comparator.comparing((ModelView model) -> !model.isStandard())
        .thenComparing(ModelView::getAccuracy, Comparator.nullsLast(Comparator.reverseOrder()));

    @Inject
    private ModelCatalogue catalogue;

    private List<ModelView> models;

    public List<ModelView> getModels() {
        if (models == null) {
            models = catalogue.all().stream().map(classifier -> new ModelView(classifier.manifest(),
                classifier.manifest().name().equals(catalogue.defaultName()))).sorted(ORDER).toList();
        }
        return models;
    }
}
