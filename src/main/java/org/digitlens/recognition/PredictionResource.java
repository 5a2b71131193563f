package org.digitlens.recognition;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

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

    /** A body that is the picture's file. */
    @POST
    @Consumes({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff"})
    public Response predict(byte[] body, @BeanParam QuestionParameters parameters, @Context HttpHeaders headers) {
        return answer(() -> Bodies.file(body), parameters, headers);
    }

    /** A body {@code {"image": "data:…"}}. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response predictJson(byte[] body, @BeanParam QuestionParameters parameters, @Context HttpHeaders headers) {
        return answer(() -> Bodies.json(body), parameters, headers);
    }

    /** A form with the file in its part {@code image}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response predictForm(List<EntityPart> parts, @BeanParam QuestionParameters parameters, @Context HttpHeaders headers) {
        byte[] file = Bodies.part("image", parts);
        return answer(() -> file, parameters, headers);
    }

    private Response answer(Supplier<byte[]> file, QuestionParameters parameters, HttpHeaders headers) {
        long start = System.nanoTime();
        Question question = parameters.question();
        Recognition recognition = recognizer.recognize(file.get(), question, ActiveLocale.of(headers));
        return Response.ok(RecognitionJson.of(recognition))
            .header("Server-Timing", "recognize;dur=" + (System.nanoTime() - start) / 10_000 / 100.0).build();
    }
}
