package org.digitlens.recognition;

import java.util.List;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.digitlens.classifier.ModelCatalogue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the drawing page needs to know of the server: its models, and the one that the address asks for. */
@Named
@RequestScoped
public class DrawPage {

    @Inject
    private ModelCatalogue catalogue;

    @Inject
    private ModelsPage models;

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000")
    private long maxBytes;

    @Inject
    @ConfigProperty(name = "digitlens.request.max-bytes", defaultValue = "50000000")
    private long maxRequestBytes;

    @Inject
    @ConfigProperty(name = "digitlens.request.max-files", defaultValue = "100")
    private int maxFiles;

    /** All that can be chosen. */
    public List<ModelView> getModels() {
        return models.getModels();
    }

    /** Name of the model that answers. */
    public String getModel() {
        return getShown() == null ? catalogue.defaultName() : getShown().getName();
    }

    /** The model that answers: the parameter {@code model}'s, else the first; null while none is loaded. */
    public ModelView getShown() {
        return getModels().stream().filter(model -> model.getName().equals(wanted())).findFirst()
            .orElseGet(() -> getModels().stream().findFirst().orElse(null));
    }

    /** The name that the address asks for and no model has; empty when there is none such. */
    public String getUnknown() {
        return catalogue.find(wanted()).isPresent() ? "" : wanted();
    }

    /** Most bytes that one file may have. */
    public long getMaxBytes() {
        return maxBytes;
    }

    /** Most bytes that all files of one request may have together. */
    public long getMaxRequestBytes() {
        return maxRequestBytes;
    }

    /** Most pages of all files of one request. */
    public int getMaxFiles() {
        return maxFiles;
    }

    private String wanted() {
        String wanted = request.getParameter("model");
        return wanted == null ? "" : wanted;
    }
}
