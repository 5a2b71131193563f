package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.LettersApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model of letters, dropped into the operator's folder, is served as any other. */
class LettersIT extends LettersApplicationTest {

    private static final InkPainter CANVAS = InkPainter.canvas(280).withPen(20);
    private static final List<String> LETTERS = List.of("A", "B", "E", "H", "K", "X");

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void isListedWithItsLabelsBesideTheApplicationsOwn() {
        JsonObject letters = api.get("api/v1/models/letters").json();
        assertEquals(LETTERS, letters.getJsonArray("labels").getValuesAs(JsonString::getString));
        assertFalse(letters.getBoolean("default"));
        assertEquals("Six letters", letters.getString("title"));
        assertTrue(letters.getJsonObject("measured").getJsonNumber("accuracy").doubleValue() > 0.97, letters::toString);
        List<String> names = api.get("api/v1/models").value().asJsonArray().getValuesAs(JsonObject.class).stream()
            .map(model -> model.getString("name")).toList();
        assertEquals("digits", names.get(0));
        assertTrue(names.contains("letters"), names::toString);
    }

    @Test
    void readsEveryLetterOfEveryWriter() {
        for (Ink ink : Ink.letters()) {
            JsonObject json = api.predict(CANVAS.png(ink), "?model=letters").json();
            assertEquals("letters", json.getString("model"));
            assertEquals(ink.label(), json.getString("label"), ink::toString);
            assertEquals(JsonValue.NULL, json.get("digit"), ink::toString);
            assertEquals(6, json.getJsonArray("probabilities").size());
            assertEquals(1, json.getJsonArray("probabilities").getValuesAs(JsonNumber.class).stream()
                .mapToDouble(JsonNumber::doubleValue).sum(), 1e-4);
        }
    }

    @Test
    void explainsALetter() {
        var answer = api.predict(CANVAS.png(Ink.letters().get(0)), "?model=letters&explain=probabilities,activations,cam&layer=conv2");
        for (String kind : List.of("probabilities", "activations", "cam")) {
            assertTrue(ApiClient.image(answer.picture("explanations", kind)).getWidth() > 100, kind);
        }
        JsonObject words = answer.json().getJsonObject("descriptions");
        assertTrue(words.getString("probabilities").startsWith("Probability of each label: A: "), words::toString);
        assertTrue(words.getString("probabilities").contains("X: "), words::toString);
        assertTrue(words.getString("activations").contains("conv2"), words::toString);
        assertTrue(words.getString("cam").contains(" for A"), words::toString);
        String why = api.predict(CANVAS.png(Ink.letters().get(0)), "?model=letters&explain=cam&target=K").json()
            .getJsonObject("descriptions").getString("cam");
        assertTrue(why.contains(" for K"), why);
        api.predict(CANVAS.png(Ink.seven()), "?model=letters&explain=cam&target=7")
            .refuses(400, "Found 7; expected one of A, B, E, H, K, X");
    }

    @Test
    void readsWordsOfItsLetters() {
        Ink word = Ink.letters().get(0);
        JsonObject json = api.read(CANVAS.png(word), "?model=letters").as(word.label());
        assertEquals(JsonValue.NULL, json.getJsonArray("digits").getJsonObject(0).get("digit"));
        assertEquals(word.label(), json.getJsonArray("digits").getJsonObject(0).getString("label"));
    }

    @Test
    void leavesTheDefaultModelAlone() {
        api.predict(CANVAS.png(Ink.seven()), "").reads(7);
    }

    @Test
    void hasTheChartsOfItsReport() {
        for (String chart : List.of("learning-curves", "confusion", "reliability")) {
            var answer = api.get("api/v1/models/letters/charts/" + chart);
            assertEquals("image/png", answer.mediaType(), answer::text);
            assertTrue(ApiClient.image(answer.response().body()).getWidth() > 300, chart);
        }
        api.get("api/v1/models/letters/charts/refusal").refuses(404, "learning-curves");
        String confusion = api.get("api/v1/models/letters").json().getJsonObject("charts").getString("confusion");
        assertTrue(confusion.contains("letters test"), confusion);
    }

    @Test
    void answersInComparisons() {
        JsonObject json = api.post("api/v1/comparisons", "image/png", CANVAS.png(Ink.letters().get(17))).json();
        JsonObject letters = json.getJsonArray("models").getValuesAs(JsonObject.class).stream()
            .filter(model -> model.getString("model").equals("letters")).findFirst().orElseThrow();
        assertEquals("X", letters.getString("label"));
        assertEquals(LETTERS, letters.getJsonArray("labels").getValuesAs(JsonString::getString));
        assertEquals(JsonValue.NULL, letters.get("digit"));
    }
}
