package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.PREDICTIONS;
import static org.digitlens.recognition.ApiClient.dataUrl;
import static org.digitlens.recognition.ApiClient.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API from outside, over HTTP, as documented. */
class PredictionApiIT extends ApplicationTest {

    private static final InkPainter CANVAS = InkPainter.canvas(280).withPen(22);

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void readsEveryDigitOfEveryWriter() {
        for (Ink ink : Ink.all()) {
            JsonObject json = api.predict(CANVAS.png(ink), "").reads(ink.digit());
            assertEquals("digits", json.getString("model"));
            assertEquals(ink.label(), json.getString("label"));
            double sum = json.getJsonArray("probabilities").getValuesAs(JsonNumber.class).stream()
                .mapToDouble(JsonNumber::doubleValue).sum();
            assertEquals(1, sum, 1e-4, ink::toString);
        }
    }

    @Test
    void readsDigitsOffCentreTinyHugeTiltedThinAndThick() {
        for (int digit = 0; digit < 10; digit++) {
            Ink ink = Ink.of(digit);
            api.predict(CANVAS.at(5, 150, 110).withPen(11).png(ink), "").reads(digit);
            api.predict(InkPainter.canvas(32).at(6, 6, 20).withPen(2).png(ink), "").reads(digit);
            api.predict(InkPainter.canvas(3000).withPen(200).png(ink), "").reads(digit);
            api.predict(CANVAS.withTilt(8).png(ink), "").reads(digit);
            assertTrue(api.predict(CANVAS.withPen(5).png(ink), "").guesses(digit).getJsonNumber("confidence").doubleValue() > 0.9);
            api.predict(CANVAS.withPen(34).png(ink), "").reads(digit);
            api.predict(CANVAS.withPen(1.5).png(ink), "").reads(digit);
            api.predict(InkPainter.canvas(1600).withPen(6).png(ink), "").reads(digit);
        }
    }

    @Test
    void refusesLettersAndMarks() {
        for (Ink mark : Ink.marks()) {
            api.predict(CANVAS.png(mark), "").rejects("uncertain");
        }
    }

    @Test
    void refusesTwoDigitsAtOnce() {
        for (int left = 0; left < 10; left++) {
            for (int right = 0; right < 10; right++) {
                api.predict(CANVAS.withPen(16).png(Ink.of(left).beside(Ink.of(right))), "").rejects("uncertain");
            }
        }
    }

    @Test
    void readsInkOfAnyColourOnAnyPaper() {
        for (Color[] pair : new Color[][] {{Color.BLACK, Color.WHITE}, {null, Color.BLACK}, {null, Color.WHITE},
            {Color.YELLOW, Color.BLUE}, {new Color(0, 130, 0), Color.RED}}) {
            api.predict(CANVAS.withColours(pair[0], pair[1]).png(Ink.four()), "").reads(4);
        }
    }

    @Test
    void saysWhereTheInkLies() {
        JsonObject box = api.predict(CANVAS.at(40, 100, 100).withPen(10).png(Ink.seven()), "").reads(7).getJsonObject("box");
        assertEquals(40 + 12 - 5, box.getInt("x"), 2);
        assertEquals(100 + 8 - 5, box.getInt("y"), 2);
        assertEquals(74 + 10, box.getInt("width"), 3);
        assertEquals(89 + 10, box.getInt("height"), 3);
    }

    @Test
    void takesAllKindsOfBody() {
        byte[] png = CANVAS.png(Ink.seven());
        api.post(PREDICTIONS, "image/png", png).reads(7);
        api.post(PREDICTIONS, "application/json", "{\"image\":\"" + dataUrl(png) + "\"}").reads(7);
        api.postForm(PREDICTIONS, "image", png).reads(7);
        for (String format : List.of("jpeg", "gif", "bmp", "tiff")) {
            api.post(PREDICTIONS, "image/" + format, InkPainter.encode(CANVAS.paint(Ink.seven()), format)).reads(7);
        }
        api.post(PREDICTIONS, "image/webp", webp()).reads(7);
    }

    /** A lossless WebP of a black 7 on white, 80 x 80, written by cwebp. */
    private static byte[] webp() {
        try (var in = PredictionApiIT.class.getResourceAsStream("seven.webp")) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoDigitIsNotRecognized() {
        JsonObject blank = api.predict(CANVAS.withColours(Color.WHITE, Color.WHITE).png(Ink.one()), "?explain=probabilities,cam")
            .rejects("blank");
        assertEquals(JsonValue.NULL, blank.get("digit"));
        assertEquals(JsonValue.NULL, blank.get("box"));
        assertEquals(0, blank.getJsonNumber("confidence").doubleValue());
        assertEquals(10, blank.getJsonArray("probabilities").size());
        assertFalse(blank.containsKey("explanations"));
        var dot = new Ink("dot", "nobody", List.of(List.of(new Ink.Point(.5, .5), new Ink.Point(.5, .51))));
        api.predict(CANVAS.withPen(3).png(dot), "").rejects("speck");
        api.predict(CANVAS.png(dot), "").rejects("speck");
        var square = new Ink("square", "nobody", List.of(List.of(new Ink.Point(.3, .5), new Ink.Point(.7, .5))));
        api.predict(CANVAS.withPen(130).png(square), "").rejects("solid");
    }

    @Test
    void explainsWhatIsAskedForAndNothingElse() {
        byte[] png = CANVAS.png(Ink.seven());
        assertFalse(api.predict(png, "").json().containsKey("explanations"));
        var answer = api.predict(png, "?explain=probabilities,activations,cam");
        assertEquals(640, image(answer.picture("explanations", "probabilities")).getWidth());
        assertTrue(image(answer.picture("explanations", "activations")).getWidth() > 600);
        assertTrue(image(answer.picture("explanations", "cam")).getWidth() >= 280);
        assertEquals(28, image(answer.picture("input")).getWidth());
        JsonObject descriptions = answer.json().getJsonObject("descriptions");
        assertTrue(descriptions.getString("probabilities").startsWith("Probability of each label: 7: 9"), descriptions::toString);
        assertTrue(descriptions.getString("cam").startsWith("What speaks for 7"), descriptions::toString);
        assertEquals(List.of("cam"), List.copyOf(api.predict(png, "?explain=cam").json().getJsonObject("explanations").keySet()));
    }

    @Test
    void chartsDifferByLayerTargetThemeAndScale() {
        byte[] png = CANVAS.png(Ink.seven());
        byte[] first = api.predict(png, "?explain=activations").picture("explanations", "activations");
        byte[] last = api.predict(png, "?explain=activations&layer=" + lastLayer()).picture("explanations", "activations");
        assertFalse(Arrays.equals(first, last));
        byte[] seven = api.predict(png, "?explain=cam").picture("explanations", "cam");
        assertTrue(Arrays.equals(seven, api.predict(png, "?explain=cam&target=7").picture("explanations", "cam")));
        assertFalse(Arrays.equals(seven, api.predict(png, "?explain=cam&target=1").picture("explanations", "cam")));
        for (String kind : List.of("probabilities", "activations", "cam")) {
            byte[] light = api.predict(png, "?explain=" + kind).picture("explanations", kind);
            byte[] dark = api.predict(png, "?theme=dark&explain=" + kind).picture("explanations", kind);
            byte[] sharp = api.predict(png, "?scale=2&explain=" + kind).picture("explanations", kind);
            assertFalse(Arrays.equals(light, dark), kind);
            assertEquals(2 * image(light).getWidth(), image(sharp).getWidth(), kind);
        }
        assertEquals(0, image(api.predict(png, "?explain=probabilities").picture("explanations", "probabilities")).getRGB(0, 0) >>> 24,
            "transparent");
    }

    @Test
    void laysOutActivationMapsForNarrowScreensToo() {
        byte[] png = CANVAS.png(Ink.seven());
        var wide = image(api.predict(png, "?explain=activations").picture("explanations", "activations"));
        var square = image(api.predict(png, "?explain=activations&grid=square").picture("explanations", "activations"));
        assertTrue(square.getWidth() <= 500 && square.getWidth() > 400, () -> "width " + square.getWidth());
        assertTrue(square.getHeight() * wide.getWidth() > square.getWidth() * wide.getHeight());
        api.predict(png, "?grid=round").refuses(400, "round", "wide or square");
    }

    private String lastLayer() {
        JsonArray layers = api.get("api/v1/models/digits").json().getJsonObject("outputs").getJsonArray("layers");
        return layers.getJsonObject(layers.size() - 1).getString("name");
    }

    @Test
    void listsModels() {
        JsonArray models = api.get("api/v1/models").value().asJsonArray();
        JsonObject digits = models.getValuesAs(JsonObject.class).stream().filter(model -> model.getBoolean("default")).findFirst().orElseThrow();
        assertEquals("digits", digits.getString("name"));
        assertEquals(digits, api.get("api/v1/models/digits").json());
    }

    @Test
    void answersClientsOfOlderApplications() {
        byte[] png = CANVAS.png(Ink.seven());
        JsonObject process = api.post("compat/process", "text/plain", dataUrl(png)).json();
        assertEquals("7", process.getString("data"));
        for (String chart : List.of("probencoded", "interpretencoded")) {
            assertTrue(image(java.util.Base64.getDecoder().decode(process.getString(chart))).getWidth() > 300, chart);
        }
        assertEquals("7", api.post("compat/process", "application/x-www-form-urlencoded", dataUrl(png)).json().getString("data"));
        String form = "imageBase64=" + URLEncoder.encode(dataUrl(png), StandardCharsets.UTF_8);
        assertEquals(7, api.post("compat/", "application/x-www-form-urlencoded", form).json().getInt("guess"));
        assertEquals(7, api.postForm("compat/predict", "file", png).json().getInt("prediction"));
    }

    @Test
    void saysThatItIsWellAndCountsWhatItDid() {
        assertEquals("UP", api.get("health/live").json().getString("status"));
        assertEquals("UP", api.get("health/ready").json().getString("status"));
        assertTrue(api.get("metrics").text().contains("digitlens_model_loaded{model=\"digits\"} 1.0"));
        double before = counted("recognized");
        api.predict(CANVAS.png(Ink.seven()), "").reads(7);
        assertEquals(before + 1, counted("recognized"));
        assertTrue(api.get("openapi").json().getString("openapi").startsWith("3.1"));
    }

    private double counted(String outcome) {
        String line = "digitlens_prediction_duration_seconds_count{model=\"digits\",outcome=\"" + outcome + "\"} ";
        return api.get("metrics").text().lines().filter(each -> each.startsWith(line)).findFirst()
            .map(each -> Double.parseDouble(each.substring(line.length()))).orElse(0.0);
    }

    @Test
    void neverAnswersOneRequestWithAnothersPicture() throws Exception {
        List<Callable<Void>> requests = new ArrayList<>();
        List<JsonObject> alone = new ArrayList<>();
        for (Ink ink : Ink.all()) {
            alone.add(api.predict(CANVAS.png(ink), "?explain=cam,activations").reads(ink.digit()));
        }
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < Ink.all().size(); i++) {
                Ink ink = Ink.all().get(i);
                JsonObject expected = alone.get(i);
                requests.add(() -> {
                    assertEquals(expected, api.predict(CANVAS.png(ink), "?explain=cam,activations").reads(ink.digit()));
                    return null;
                });
            }
        }
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> answer : eight.invokeAll(requests)) {
                answer.get();
            }
        } finally {
            eight.shutdownNow();
        }
    }
}
