package org.digitlens.recognition;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelManifest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the drawing page needs to know of the server; all of it is about the default model. */
@Named
@RequestScoped
public class DrawPage {

    @Inject
    private ModelCatalogue catalogue;

    @Inject
    @ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000")
    private long maxBytes;

    /** Name of the model that answers. */
    public String getModel() {
        return catalogue.defaultName();
    }

    /** What it can answer; empty while the model is not loaded. */
    public List<String> getLabels() {
        return catalogue.find(getModel()).map(classifier -> classifier.manifest().labels()).orElse(List.of());
    }

    /** Its convolutions, in order. */
    public List<ModelManifest.Layer> getLayers() {
        return catalogue.find(getModel()).map(classifier -> classifier.manifest().layers()).orElse(List.of());
    }

    /** Whether it can show where it looked. */
    public boolean isClassActivation() {
        return catalogue.find(getModel()).map(DigitClassifier::manifest).flatMap(ModelManifest::classActivation).isPresent();
    }

    /** Most bytes that an upload may have. */
    public long getMaxBytes() {
        return maxBytes;
    }
}
