package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Calls the API as any program would, and reads what comes back. */
final class ApiClient {

    static final String PREDICTIONS = "api/v1/predictions";
    static final String READINGS = "api/v1/readings";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";
    static final String COMPARISONS = "api/v1/comparisons";
    static final String MODELS = "api/v1/models";

    private static final String BOUNDARY = "next-part";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    ApiClient(URI address) {
        this.address = address;
    }

    /** Sends a body of a media type. */
    Answer post(String path, String mediaType, byte[] body) {
        return post(path, mediaType, BodyPublishers.ofByteArray(body));
    }

    Answer post(String path, String mediaType, String body) {
        return post(path, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String mediaType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", mediaType).POST(body));
    }

    /** Sends a form with one file. */
    Answer postForm(String path, String part, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
            + "\"; filename=\"digit.png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** A file for a form. */
    record Named(String disposition, byte[] content) {

        /** With a name as browsers write it. */
        static Named of(String name, byte[] content) {
            return new Named("filename=\"" + name.replace("\"", "%22") + "\"", content);
        }
    }

    /** Sends several files in one form, to be read and answered in a media type. */
    Answer readAll(String query, String accept, Named... files) {
        return send(readings(query, accept, "multipart/form-data; boundary=" + BOUNDARY, form(files)));
    }

    private static byte[] form(Named... files) {
        var body = new ByteArrayOutputStream();
        for (Named file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"image\"; " + file.disposition()
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Sends several files to be read, and hands out the lines of the answer while they arrive. */
    Stream<String> linesOf(Named... files) {
        return arriving(readings("", NDJSON, "multipart/form-data; boundary=" + BOUNDARY, form(files)));
    }

    private Stream<String> arriving(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofLines()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder readings(String query, String accept, String mediaType, byte[] body) {
        return HttpRequest.newBuilder(address.resolve(READINGS + query)).header("Accept", accept).header("Content-Type", mediaType)
            .POST(BodyPublishers.ofByteArray(body));
    }

    /** Sends a file to be read as a number. */
    Answer read(byte[] file) {
        return read(file, "");
    }

    Answer read(byte[] file, String query) {
        return readAs("application/json", file, query);
    }

    Answer readAs(String accept, byte[] file, String query) {
        return send(readings(query, accept, "application/octet-stream", file));
    }

    /** Sends a PNG file to be read. */
    Answer predict(byte[] png, String query) {
        return post(PREDICTIONS + query, "image/png", png);
    }

    /** Sends a PNG file to be read, and explained in a language. */
    Answer predictIn(String language, byte[] png) {
        return send(HttpRequest.newBuilder(address.resolve(PREDICTIONS + "?explain=cam")).header("Content-Type", "image/png")
            .header("Accept-Language", language).POST(BodyPublishers.ofByteArray(png)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** Asks for what may have been kept from an earlier answer. */
    Answer getUnlessSame(String path, Answer earlier) {
        return getUnlessSame(path, earlier.header("ETag"));
    }

    Answer getUnlessSame(String path, String tag) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("If-None-Match", tag));
    }

    /** Asks again each half second until the status is 200; the last answer after a minute. */
    Answer getOnceThere(String path) {
        Answer answer = get(path);
        for (int i = 0; i < 120 && answer.response().statusCode() != 200; i++) {
            pause();
            answer = get(path);
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    /** What the server said. */
    record Answer(HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String mediaType() {
            return header("Content-Type");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The answer is a PNG file. */
        java.awt.image.BufferedImage png() {
            assertEquals(200, response.statusCode(), this::text);
            assertEquals("image/png", mediaType());
            return image(response.body());
        }

        JsonValue value() {
            return Json.createReader(new StringReader(text())).readValue();
        }

        JsonObject json() {
            assertEquals(200, response.statusCode(), this::text);
            return value().asJsonObject();
        }

        /** The answer is one reading of this text. */
        JsonObject as(String text) {
            JsonObject json = json();
            assertEquals(text, json.getString("text"), this::text);
            return json;
        }

        /** The answer is an array, an element a page. */
        List<JsonObject> elements() {
            assertEquals(200, response.statusCode(), this::text);
            assertEquals("application/json", mediaType());
            return value().asJsonArray().getValuesAs(JsonObject.class);
        }

        /** The answer has an object a line, an element a page. */
        List<JsonObject> lines() {
            assertEquals(200, response.statusCode(), this::text);
            assertEquals(NDJSON, mediaType());
            return text().lines().map(ApiClient::object).toList();
        }

        /** The answer is a table; its rows below the names of the columns. */
        List<String> rows() {
            assertEquals(200, response.statusCode(), this::text);
            assertTrue(mediaType().startsWith(CSV + ";"), this::mediaType);
            List<String> rows = List.of(text().split("\r\n"));
            assertEquals("file,page,text,confidence,digits,model,problem", rows.get(0));
            return rows.subList(1, rows.size());
        }

        /** The answer is a prediction of this digit. */
        JsonObject reads(int digit) {
            JsonObject json = json();
            assertTrue(json.getBoolean("recognized"), this::text);
            assertEquals(digit, json.getInt("digit"), this::text);
            return json;
        }

        /** The answer's best guess is this digit, whether it is sure enough or not. */
        JsonObject guesses(int digit) {
            JsonObject json = json();
            assertEquals(digit, json.getInt("digit"), this::text);
            return json;
        }

        /** The answer says that this is no digit, and why. */
        JsonObject rejects(String reason) {
            JsonObject json = json();
            assertFalse(json.getBoolean("recognized"), this::text);
            assertEquals(reason, json.getString("reason"), this::text);
            return json;
        }

        /** The answer is a problem document with this status, and its detail mentions all of these. */
        JsonObject refuses(int status, String... mentions) {
            assertEquals(status, response.statusCode(), this::text);
            assertTrue(mediaType().startsWith("application/problem+json"), this::mediaType);
            JsonObject problem = value().asJsonObject();
            assertEquals(status, problem.getInt("status"));
            assertTrue(problem.containsKey("type") && problem.containsKey("title"), this::text);
            for (String mention : mentions) {
                assertTrue(problem.getString("detail").contains(mention), () -> "expected " + mention + " in " + text());
            }
            assertFalse(text().contains("\tat ") || text().contains("Exception"), this::text);
            return problem;
        }

        byte[] picture(String... path) {
            JsonObject json = json();
            for (int i = 0; i < path.length - 1; i++) {
                json = json.getJsonObject(path[i]);
            }
            String url = json.getString(path[path.length - 1]);
            assertTrue(url.startsWith("data:image/png;base64,"), url);
            return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        }
    }

    static java.awt.image.BufferedImage image(byte[] png) {
        try {
            return javax.imageio.ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
