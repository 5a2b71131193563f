package org.digitlens.recognition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Finds the picture in a request's body, of whichever kind, or says what is missing. */
final class Bodies {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(null); // finding the provider takes long

    private Bodies() { }

    /** A body that is the file itself. */
    static byte[] file(byte[] body) {
        if (body.length == 0) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST, "The body is empty; expected a picture."));
        }
        return body;
    }

    /** A body {@code {"image": "data:…"}}. */
    static byte[] json(byte[] body) {
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(file(body)))) {
            JsonValue value = reader.readValue();
            JsonValue image = value.getValueType() == JsonValue.ValueType.OBJECT ? value.asJsonObject().get("image") : null;
            if (image instanceof JsonString text) {
                return DataUrl.decode("image", text.getString());
            }
            throw wrong("image", "Found " + (image == null ? "no member image" : "an image of type " + image.getValueType())
                + "; expected {\"image\": \"data:image/png;base64,…\"}.");
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) { // the parser tells of JSON nested too deeply, and of numbers too long, in its own ways
            throw new ProblemException(Problem.of(Status.BAD_REQUEST,
                "The body is no JSON; expected {\"image\": \"data:image/png;base64,…\"}."));
        }
    }

    /** A part of a form. */
    static byte[] part(String name, List<EntityPart> parts) {
        EntityPart part = parts.stream().filter(each -> name.equals(each.getName())).findFirst().orElseThrow(() ->
            wrong(name, "Found " + (parts.isEmpty() ? "no parts" : "the parts " + names(parts)) + "; expected a part named "
                + name + "."));
        byte[] file = content(name, part);
        if (file.length == 0) {
            throw wrong(name, "The part " + name + " is empty; expected a picture.");
        }
        return file;
    }

    private static byte[] content(String name, EntityPart part) {
        try (InputStream content = part.getContent()) {
            return content.readAllBytes();
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // such as an unknown Content-Transfer-Encoding
            throw wrong(name, "The part " + name + " cannot be read; expected the bytes of a picture.");
        }
    }

    private static String names(List<EntityPart> parts) {
        return String.join(", ", parts.stream().limit(10).map(EntityPart::getName).map(DataUrl::shown).toList());
    }

    private static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field, detail));
    }
}
