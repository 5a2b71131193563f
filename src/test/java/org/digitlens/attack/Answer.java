package org.digitlens.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What the server said to an attack, and how long it took. */
record Answer(HttpResponse<String> response, long millis) {

    /** A refusal of the whole request: a problem document with one of these statuses. */
    Answer isProblem(Integer... statuses) {
        assertTrue(List.of(statuses).contains(status()), () -> "expected " + List.of(statuses) + ", found " + status() + ": " + start());
        assertTrue(header("Content-Type").startsWith("application/problem+json"), () -> header("Content-Type") + ": " + start());
        checkProblem(json().asJsonObject(), status());
        assertEquals(status() == 503, !header("Retry-After").isEmpty(), "Retry-After");
        return this;
    }

    /** Each file has an element of the answer, and each element is a problem with one of these statuses, or no number at all. */
    Answer isProblemOfEachFile(Integer... statuses) {
        assertEquals(200, status(), this::start);
        for (JsonValue element : json().asJsonArray()) {
            JsonObject problem = element.asJsonObject().getJsonObject("problem");
            assertTrue(problem != null && List.of(statuses).contains(problem.getInt("status")), () -> "expected " + List.of(statuses) + " in " + start());
            checkProblem(problem, problem.getInt("status"));
        }
        return this;
    }

    private void checkProblem(JsonObject problem, int status) {
        assertEquals(status, problem.getInt("status"), this::start);
        assertFalse(problem.getString("detail").isBlank(), this::start);
        assertFalse(response.body().contains("Exception") || response.body().contains("\\tat "), this::start);
    }

    /** A number was read, or nothing was found: whatever it is, it is an answer in order. */
    Answer isReading() {
        assertEquals(200, status(), this::start);
        checkFinite(json().asJsonObject());
        return this;
    }

    private static void checkFinite(JsonObject reading) {
        double confidence = reading.getJsonNumber("confidence").doubleValue();
        assertTrue(confidence >= 0 && confidence <= 1, "confidence " + confidence);
    }

    Answer says(String text) {
        assertTrue(response.body().contains(text), () -> "expected " + text + " in " + start());
        return this;
    }

    Answer within(long most) {
        assertTrue(millis <= most, () -> "took " + millis + " ms, expected at most " + most);
        return this;
    }

    int status() {
        return response.statusCode();
    }

    JsonValue json() {
        return Json.createReader(new StringReader(response.body())).readValue();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private String start() {
        return response.body().substring(0, Math.min(600, response.body().length()));
    }
}
