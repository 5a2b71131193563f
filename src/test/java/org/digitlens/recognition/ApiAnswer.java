package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What the server said, and what a test expects it to have said. */
record ApiAnswer(HttpResponse<byte[]> response) {

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
    BufferedImage png() {
        assertEquals(200, response.statusCode(), this::text);
        assertEquals("image/png", mediaType());
        return ApiClient.image(response.body());
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
        assertEquals(ApiClient.NDJSON, mediaType());
        return text().lines().map(ApiClient::object).toList();
    }

    /** The answer is a table; its rows below the names of the columns. */
    List<String> rows() {
        assertEquals(200, response.statusCode(), this::text);
        assertTrue(mediaType().startsWith(ApiClient.CSV + ";"), this::mediaType);
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
