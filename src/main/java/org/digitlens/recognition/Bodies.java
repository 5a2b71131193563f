package org.digitlens.recognition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.document.DisplayName;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Finds the files in a request's body, of whichever kind, or says what is missing. */
final class Bodies {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(null); // finding the provider takes long
    private static final int DEEPEST = 100;
    private static final String UNNAMED = "image";

    private Bodies() { }

    /** A body that is the file itself. */
    static Uploads file(byte[] body) {
        byte[] file = filled(body);
        return Uploads.of(new Upload(UNNAMED, () -> file));
    }

    private static byte[] filled(byte[] body) {
        if (body.length == 0) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST, "The body is empty; expected a picture."));
        }
        return body;
    }

    /** A body {@code {"image": "data:…"}}. Whatever else it holds is skipped, and never in memory as a whole. */
    static Uploads json(byte[] body) {
        String image = image(filled(body));
        byte[] file = DataUrl.decode("image", image);
        return Uploads.of(new Upload(UNNAMED, () -> file));
    }

    private static String image(byte[] body) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw noImage("no JSON object");
            }
            String image = null;
            String found = "no member image";
            while (parser.next() == JsonParser.Event.KEY_NAME) {
                boolean wanted = parser.getString().equals("image");
                JsonParser.Event value = parser.next();
                if (wanted) {
                    image = value == JsonParser.Event.VALUE_STRING ? parser.getString() : null;
                    found = "an image of type " + value.name().replaceFirst("START_|VALUE_", "");
                }
                skip(parser, value);
            }
            if (parser.hasNext()) {
                throw noJson();
            }
            if (image == null) {
                throw noImage(found);
            }
            return image;
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) { // the parser tells of JSON nested too deeply, and of numbers too long, in its own ways
            throw noJson();
        }
    }

    /** Goes on to the end of a value that has just begun. */
    private static void skip(JsonParser parser, JsonParser.Event value) {
        int depth = 0;
        for (JsonParser.Event event = value;; event = parser.next()) {
            switch (event) {
                case START_ARRAY, START_OBJECT -> depth++;
                case END_ARRAY, END_OBJECT -> depth--;
                default -> { }
            }
            if (depth > DEEPEST) {
                throw noJson();
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private static ProblemException noJson() {
        return new ProblemException(Problem.of(Status.BAD_REQUEST,
            "The body is no JSON, or nested too deeply; expected {\"image\": \"data:image/png;base64,…\"}."));
    }

    private static ProblemException noImage(String found) {
        return wrong("image", "Found " + found + "; expected {\"image\": \"data:image/png;base64,…\"}.");
    }

    /** The parts of a form that have a name, each read when its turn comes. */
    static Uploads parts(String name, List<EntityPart> parts) {
        List<Upload> files = parts.stream().filter(part -> name.equals(part.getName()))
            .map(part -> new Upload(DisplayName.of(fileName(part).orElse(name)), () -> content(name, part))).toList();
        if (files.isEmpty()) {
            throw wrong(name, "Found " + (parts.isEmpty() ? "no parts" : "the parts " + names(parts)) + "; expected a part named "
                + name + ".");
        }
        return new Uploads(files);
    }

    private static Optional<String> fileName(EntityPart part) {
        return FileName.in(part.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION));
    }

    private static byte[] content(String name, EntityPart part) {
        byte[] file;
        try (InputStream content = part.getContent()) {
            file = content.readAllBytes();
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // such as an unknown Content-Transfer-Encoding
            throw wrong(name, "The part " + name + " cannot be read; expected the bytes of a picture.");
        }
        if (file.length == 0) {
            throw wrong(name, "The part " + name + " is empty; expected a picture.");
        }
        return file;
    }

    private static String names(List<EntityPart> parts) {
        return String.join(", ", parts.stream().limit(10).map(EntityPart::getName).map(DataUrl::shown).toList());
    }

    private static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field, detail));
    }
}
