package org.digitlens.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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

    /** A body that is the picture's file, JSON with a data URL, or a form with the file in its part {@code image}. */
    @POST
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff", MediaType.APPLICATION_JSON,
        MediaType.MULTIPART_FORM_DATA})
    public String compare(Uploads uploads) {
        return RecognitionJson.of(recognizer.compare(uploads.first()));
    }
}
