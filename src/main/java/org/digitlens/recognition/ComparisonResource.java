package org.digitlens.recognition;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;

/** One picture in, the predictions of all models out. */
@Path("api/v1/comparisons")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ComparisonResource {

    private Recognizer recognizer;

    /** For proxies. */
    protected ComparisonResource() { }

    @Inject
    public ComparisonResource(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** A body that is the picture's file. */
    @POST
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff"})
    public String compare(byte[] body) {
        return RecognitionJson.of(recognizer.compare(Bodies.file(body)));
    }

    /** A body {@code {"image": "data:…"}}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String compareJson(byte[] body) {
        return RecognitionJson.of(recognizer.compare(Bodies.json(body)));
    }

    /** A form with the file in its part {@code image}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String compareForm(List<EntityPart> parts) {
        return RecognitionJson.of(recognizer.compare(Bodies.part("image", parts)));
    }
}
