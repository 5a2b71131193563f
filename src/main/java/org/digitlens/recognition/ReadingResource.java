package org.digitlens.recognition;

import java.util.Optional;

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

import org.digitlens.web.ActiveLocale;

/**
 * Pictures in, the numbers on them out. One picture of one page is answered by an object, or by a problem; several, and
 * whatever is asked for line by line, by an element a page, of which each may be a problem.
 */
@Path("api/v1/readings")
@Consumes({"image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp", "image/tiff", "application/pdf", "application/zip",
        MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
@ApplicationScoped
public class ReadingResource {

    private Transcriber transcriber;

    /** For proxies. */
    protected ReadingResource() { }

    @Inject
    public ReadingResource(Transcriber transcriber) {
        this.transcriber = transcriber;
    }

    /** An object for one picture, an array for several. */
    @POST
    @Produces(MediaType.APPLICATION_JSON + ";qs=1")
    public Response read(Uploads uploads, @BeanParam ReadingParameters parameters, @Context HttpHeaders headers) {
        long start = System.nanoTime();
        Transcription transcription = transcription(parameters, headers);
        Uploads files = uploads.isOne() ? Uploads.of(uploads.files().get(0).held()) : uploads;
        Optional<Transcript> single = transcription.single(files);
        return single.map(transcript -> ok(ReadingJson.of(transcript), MediaType.APPLICATION_JSON)
                .header("Server-Timing", "read;dur=" + (System.nanoTime() - start) / 10_000 / 100.0))
            .orElseGet(() -> streamed(transcription, files, ReadingFormat.JSON)).build();
    }

    /** An object a line, each as soon as it is read. */
    @POST
    @Produces(ReadingFormat.NDJSON + ";qs=0.9")
    public Response readLines(Uploads uploads, @BeanParam ReadingParameters parameters, @Context HttpHeaders headers) {
        return streamed(transcription(parameters, headers), uploads, ReadingFormat.LINES).build();
    }

    /** A table. */
    @POST
    @Produces(ReadingFormat.CSV + ";qs=0.8")
    public Response readTable(Uploads uploads, @BeanParam ReadingParameters parameters, @Context HttpHeaders headers) {
        return streamed(transcription(parameters, headers), uploads, ReadingFormat.TABLE).build();
    }

    private Transcription transcription(ReadingParameters parameters, HttpHeaders headers) {
        return transcriber.transcription(parameters.question(), parameters.digit(), ActiveLocale.of(headers));
    }

    private static Response.ResponseBuilder streamed(Transcription transcription, Uploads uploads, ReadingFormat format) {
        return ok(new ReadingStream(transcription, uploads, format), format.mediaType());
    }

    private static Response.ResponseBuilder ok(Object entity, String mediaType) {
        return Response.ok(entity, mediaType).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
