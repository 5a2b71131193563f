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

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Calls the API as any program would, and reads what comes back. */
final class ApiClient {

    static final String PREDICTIONS = "api/v1/predictions";
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
