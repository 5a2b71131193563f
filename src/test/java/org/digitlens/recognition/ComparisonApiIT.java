package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.COMPARISONS;
import static org.digitlens.recognition.ApiClient.MODELS;
import static org.digitlens.recognition.ApiClient.dataUrl;
import static org.digitlens.recognition.ApiClient.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One picture through all models. */
class ComparisonApiIT extends ApplicationTest {

    private static final InkPainter CANVAS = InkPainter.canvas(280).withPen(22);
    private static final byte[] SEVEN = CANVAS.png(Ink.seven());

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void asksAllModelsInTheirOrder() {
        List<String> names = api.get(MODELS).value().asJsonArray().getValuesAs(JsonObject.class).stream()
            .map(model -> model.getString("name")).toList();
        var answer = api.post(COMPARISONS, "image/png", SEVEN);
        assertEquals(names, answers(answer.json()).stream().map(model -> model.getString("model")).toList());
        assertEquals("7", answer.json().getString("label"));
        assertEquals(28, image(answer.picture("input")).getWidth());
        assertTrue(answer.json().getJsonObject("box").getInt("height") > 100);
    }

    @Test
    void eachModelAnswersAsItDoesAlone() {
        for (Ink ink : List.of(Ink.seven(), Ink.four(), Ink.letters().get(0))) {
            byte[] png = CANVAS.png(ink);
            for (JsonObject together : answers(api.post(COMPARISONS, "image/png", png).json())) {
                JsonObject alone = api.predict(png, "?model=" + together.getString("model")).json();
                for (String member : List.of("label", "digit", "confidence", "recognized", "probabilities")) {
                    assertEquals(alone.get(member), together.get(member), together.getString("model") + ": " + member);
                }
                assertEquals(alone.get("reason"), together.get("reason"));
                assertEquals(together.getJsonArray("labels").size(), together.getJsonArray("probabilities").size());
                assertTrue(together.getInt("micros") > 0);
            }
        }
    }

    @Test
    void saysWhoAgreesWithMost() {
        JsonObject json = api.post(COMPARISONS, "image/png", SEVEN).json();
        for (JsonObject model : answers(json)) {
            assertEquals(model.getBoolean("recognized") && model.get("label").equals(json.get("label")), model.getBoolean("agrees"),
                model.getString("model"));
        }
        assertEquals(answers(json).stream().allMatch(model -> model.getBoolean("agrees")), json.getBoolean("agree"));
    }

    @Test
    void takesAllKindsOfBody() {
        for (var answer : List.of(api.post(COMPARISONS, "application/json", "{\"image\":\"" + dataUrl(SEVEN) + "\"}"),
                api.postForm(COMPARISONS, "image", SEVEN),
                api.post(COMPARISONS, "image/jpeg", InkPainter.encode(CANVAS.paint(Ink.seven()), "jpeg")))) {
            assertEquals("7", answer.json().getString("label"));
        }
    }

    @Test
    void aBlankPictureIsNothingToAnyModel() {
        JsonObject json = api.post(COMPARISONS, "image/png", CANVAS.withColours(Color.WHITE, Color.WHITE).png(Ink.one())).json();
        assertEquals(JsonValue.NULL, json.get("label"));
        assertEquals(JsonValue.NULL, json.get("box"));
        assertTrue(json.getBoolean("agree"));
        for (JsonObject model : answers(json)) {
            assertEquals(JsonValue.NULL, model.get("label"));
            assertFalse(model.getBoolean("recognized"));
            assertEquals("blank", model.getString("reason"));
            assertEquals(0, model.getJsonNumber("confidence").doubleValue());
        }
    }

    @Test
    void whatShapeAloneRulesOutNoModelRecognizes() {
        var dot = new Ink("dot", "nobody", List.of(List.of(new Ink.Point(.5, .5), new Ink.Point(.5, .51))));
        for (JsonObject model : answers(api.post(COMPARISONS, "image/png", CANVAS.withPen(3).png(dot)).json())) {
            assertEquals("speck", model.getString("reason"));
            assertTrue(model.getBoolean("agrees"));
        }
    }

    @Test
    void refusesAsClearlyAsForOneModel() {
        api.post(COMPARISONS, "image/png", "").refuses(400, "empty", "picture");
        api.post(COMPARISONS, "image/png", "hello").refuses(415, "text", "PNG");
        api.post(COMPARISONS, "text/plain", SEVEN).refuses(415, "text/plain");
        api.post(COMPARISONS, "application/json", "{\"picture\":1}").refuses(400, "no member image");
        api.post(COMPARISONS, "application/json", "[".repeat(100_000)).refuses(400, "JSON");
        api.postForm(COMPARISONS, "file", SEVEN).refuses(400, "file", "image");
        api.post(COMPARISONS, "image/png", new String(SEVEN, StandardCharsets.ISO_8859_1).substring(0, 60).getBytes(StandardCharsets.ISO_8859_1))
            .refuses(422, "PNG");
        api.post(COMPARISONS, "image/png", new byte[10_000_001]).refuses(413, "10,000,000");
        api.get(COMPARISONS).refuses(405, "POST");
    }

    @Test
    void countsComparisons() {
        api.post(COMPARISONS, "image/png", "no picture");
        api.post(COMPARISONS, "image/png", CANVAS.withColours(Color.WHITE, Color.WHITE).png(Ink.one()));
        for (String outcome : List.of("failed", "blank")) {
            assertTrue(api.get("metrics").text().contains("digitlens_comparison_duration_seconds_count{outcome=\"" + outcome + "\"}"), outcome);
        }
    }

    private static List<JsonObject> answers(JsonObject comparison) {
        return comparison.getJsonArray("models").getValuesAs(JsonObject.class);
    }
}
