package org.digitlens.recognition;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;

import org.digitlens.classifier.ModelCatalogue;

/** Answers as older applications do, so that their clients need a new base address and nothing else. */
@Path("compat")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CompatResource {

    private Recognizer recognizer;
    private ModelCatalogue catalogue;

    /** For proxies. */
    protected CompatResource() { }

    @Inject
    public CompatResource(Recognizer recognizer, ModelCatalogue catalogue) {
        this.recognizer = recognizer;
        this.catalogue = catalogue;
    }

    /**
     * A data URL as the body, of whatever media type; the digit and both charts, without {@code data:} before them. A chart
     * that the model does not have is empty.
     */
    @POST
    @Path("process")
    @Consumes(MediaType.WILDCARD)
    public String process(String body) {
        boolean convolutions = catalogue.find(catalogue.defaultName()).filter(model -> !model.manifest().layers().isEmpty()).isPresent();
        Question charts = Question.explained(convolutions ? Set.of(Explanation.PROBABILITIES, Explanation.ACTIVATIONS)
            : Set.of(Explanation.PROBABILITIES));
        Recognition recognition = recognizer.recognize(DataUrl.decode("body", body.strip()), charts, Locale.ROOT);
        return Json.createObjectBuilder().add("data", recognition.prediction().label().orElse(""))
            .add("probencoded", base64(recognition, Explanation.PROBABILITIES))
            .add("interpretencoded", base64(recognition, Explanation.ACTIVATIONS)).build().toString();
    }

    private static String base64(Recognition recognition, Explanation kind) {
        return recognition.explanations().containsKey(kind)
            ? Base64.getEncoder().encodeToString(recognition.explanations().get(kind).png()) : "";
    }

    /** A data URL in a form's field. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String guess(@FormParam("imageBase64") String image) {
        return digit("guess", DataUrl.decode("imageBase64", image == null ? "" : image));
    }

    /** A file in a form's part. */
    @POST
    @Path("predict")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String predict(List<EntityPart> parts) {
        return digit("prediction", Bodies.parts("file", parts).first());
    }

    /** The best guess, recognised or not, as those applications knew no doubt; null for a blank picture. */
    private String digit(String member, byte[] file) {
        Recognition recognition = recognizer.recognize(file, Question.plain(), Locale.ROOT);
        JsonObjectBuilder json = Json.createObjectBuilder();
        recognition.prediction().digit().ifPresentOrElse(digit -> json.add(member, digit), () -> json.add(member, JsonValue.NULL));
        return json.build().toString();
    }
}
