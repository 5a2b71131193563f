package org.digitlens.recognition;

import java.awt.image.BufferedImage;
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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import javax.imageio.ImageIO;

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
    ApiAnswer post(String path, String mediaType, byte[] body) {
        return post(path, mediaType, BodyPublishers.ofByteArray(body));
    }

    ApiAnswer post(String path, String mediaType, String body) {
        return post(path, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    ApiAnswer post(String path, String mediaType, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", mediaType).POST(body));
    }

    /** Sends a form with one file. */
    ApiAnswer postForm(String path, String part, byte[] file) {
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
    ApiAnswer readAll(String query, String accept, Named... files) {
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
    ApiAnswer read(byte[] file) {
        return read(file, "");
    }

    ApiAnswer read(byte[] file, String query) {
        return readAs("application/json", file, query);
    }

    ApiAnswer readAs(String accept, byte[] file, String query) {
        return send(readings(query, accept, "application/octet-stream", file));
    }

    /** Sends a PNG file to be read. */
    ApiAnswer predict(byte[] png, String query) {
        return post(PREDICTIONS + query, "image/png", png);
    }

    /** Sends a PNG file to be read, and explained in a language. */
    ApiAnswer predictIn(String language, byte[] png) {
        return send(HttpRequest.newBuilder(address.resolve(PREDICTIONS + "?explain=cam")).header("Content-Type", "image/png")
            .header("Accept-Language", language).POST(BodyPublishers.ofByteArray(png)));
    }

    ApiAnswer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** Asks for what may have been kept from an earlier answer. */
    ApiAnswer getUnlessSame(String path, ApiAnswer earlier) {
        return getUnlessSame(path, earlier.header("ETag"));
    }

    ApiAnswer getUnlessSame(String path, String tag) {
        return send(HttpRequest.newBuilder(address.resolve(path)).header("If-None-Match", tag));
    }

    /** Asks again each half second until the status is 200; the last answer after a minute. */
    ApiAnswer getOnceThere(String path) {
        ApiAnswer answer = get(path);
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

    private ApiAnswer send(HttpRequest.Builder request) {
        try {
            return new ApiAnswer(http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray()));
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

    static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
