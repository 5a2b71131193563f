package org.digitlens.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.web.ProblemException;

/** The models that can be asked: their manifests, and which one answers by default. */
@Path("api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelResource {

    private ModelCatalogue catalogue;
    private Recognizer recognizer;

    /** For proxies. */
    protected ModelResource() { }

    @Inject
    public ModelResource(ModelCatalogue catalogue, Recognizer recognizer) {
        this.catalogue = catalogue;
        this.recognizer = recognizer;
    }

    /** All of them. */
    @GET
    public String models() {
        var models = Json.createArrayBuilder();
        catalogue.all().forEach(classifier -> models.add(described(classifier.manifest())));
        return models.build().toString();
    }

    /** One of them. */
    @GET
    @Path("{name}")
    public String model(@PathParam("name") String name) {
        return catalogue.find(name).map(classifier -> described(classifier.manifest()).toString())
            .orElseThrow(() -> new ProblemException(recognizer.unknownModel(name)));
    }

    private JsonObject described(ModelManifest manifest) {
        return Json.createObjectBuilder(manifest.json()).add("default", manifest.name().equals(catalogue.defaultName())).build();
    }
}
