package org.digitlens.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param status HTTP status, 400 to 599
 * @param title  the kind of problem in a few words, the same each time
 * @param detail what was found and what was expected
 * @param errors the parameters or fields that are wrong, if it is about any
 */
public record Problem(int status, String title, String detail, List<FieldError> errors) {

    private static final String MEDIA_TYPE = "application/problem+json;charset=utf-8";
    private static final String RETRY_AFTER = "Retry-After";
    private static final int RETRY_SECONDS = 5;

    /**
     * A parameter or field that is wrong.
     *
     * @param field  its name
     * @param detail what was found and what was expected
     */
    public record FieldError(String field, String detail) { }

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of the whole request; the title is the status' own. */
    public static Problem of(Response.StatusType status, String detail) {
        return new Problem(status.getStatusCode(), status.getReasonPhrase(), detail, List.of());
    }

    /** A parameter or field of the request that is wrong. */
    public static Problem ofField(Response.StatusType status, String field, String detail) {
        return new Problem(status.getStatusCode(), status.getReasonPhrase(), detail, List.of(new FieldError(field, detail)));
    }

    /** The problem as an answer; one that passes by itself says when to come back. */
    public Response response() {
        Response.ResponseBuilder response = Response.status(status).type(MEDIA_TYPE).entity(json());
        return status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
            ? response.header(RETRY_AFTER, RETRY_SECONDS).build() : response.build();
    }

    /** Sends the problem as an answer outside JAX-RS. It is the connection's last. */
    void write(HttpServletResponse response) throws IOException {
        byte[] text = json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Connection", "close");
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.setIntHeader(RETRY_AFTER, RETRY_SECONDS);
        }
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
        response.flushBuffer();
    }

    /** The problem document as text. */
    String json() {
        return document().toString();
    }

    /** The problem document. */
    public JsonObject document() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("type", "about:blank").add("title", title)
            .add("status", status).add("detail", detail);
        if (!errors.isEmpty()) {
            var array = Json.createArrayBuilder();
            errors.forEach(error -> array.add(Json.createObjectBuilder().add("field", error.field).add("detail", error.detail)));
            json.add("errors", array);
        }
        return json.build();
    }
}
