package org.digitlens.recognition;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.digitlens.imaging.Picture;
import org.digitlens.web.ActiveLocale;

/** One picture in, one prediction out. */
@Path("api/v1/predictions")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PredictionResource {

    private Recognizer recognizer;

    /** For proxies. */
    protected PredictionResource() { }

    @Inject
    public PredictionResource(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** A body that is the picture's file, JSON with a data URL, or a form with the file in its part {@code image}. */
    @POST
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff", MediaType.APPLICATION_JSON,
        MediaType.MULTIPART_FORM_DATA})
    public Response predict(Uploads uploads, @BeanParam PredictionParameters parameters, @Context HttpHeaders headers) {
        long start = System.nanoTime();
        Question question = parameters.question();
        Function<Picture, Sign> sign = parameters.normalized() ? NormalizedInput::sign : Sign::in;
        Recognition recognition = recognizer.recognize(uploads.first(), sign, question, ActiveLocale.of(headers));
        return Response.ok(RecognitionJson.of(recognition))
            .header("Server-Timing", "recognize;dur=" + (System.nanoTime() - start) / 10_000 / 100.0).build();
    }
}
