package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.PREDICTIONS;
import static org.digitlens.recognition.ApiClient.READINGS;
import static org.digitlens.recognition.ApiClient.dataUrl;
import static org.digitlens.recognition.ApiClient.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers in single pictures, from outside, over HTTP, as documented. */
class ReadingApiIT extends ApplicationTest {

    private static final byte[] NUMBER = Numbers.png("4071");

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void readsNumbersOfAnyLength() {
        for (String number : List.of("7", "42", "4071", "98765", "0123456789", "31415926535897932384")) {
            JsonObject json = api.read(Numbers.png(number)).as(number);
            assertEquals("digits", json.getString("model"));
            assertEquals(number, json.getJsonArray("lines").getString(0));
            assertEquals(number.length(), json.getJsonArray("digits").size());
            assertFalse(json.containsKey("file") || json.containsKey("page") || json.containsKey("reason"));
        }
    }

    @Test
    void readsSignsPointsAndLines() {
        JsonObject json = api.read(Numbers.png("-40.71\n123")).as("-40.71\n123");
        assertEquals(2, json.getJsonArray("lines").size());
        assertEquals(7, json.getJsonArray("digits").size());
        assertEquals(1, json.getJsonArray("digits").getJsonObject(6).getInt("line"));
        List<JsonObject> marks = json.getJsonArray("marks").getValuesAs(JsonObject.class);
        assertEquals(List.of("-0:0", ".0:3"), marks.stream()
            .map(mark -> mark.getString("text") + mark.getInt("line") + ":" + mark.getInt("position")).toList());
        assertTrue(marks.get(0).getJsonObject("box").getInt("width") > 3 * marks.get(0).getJsonObject("box").getInt("height"));
    }

    @Test
    void saysOfEveryDigitWhatAndWhereItIs() {
        JsonObject json = api.read(NUMBER).as("4071");
        assertEquals(300, json.getInt("width"));
        assertEquals(140, json.getInt("height"));
        double product = 1;
        for (int i = 0; i < 4; i++) {
            JsonObject digit = json.getJsonArray("digits").getJsonObject(i);
            assertEquals("4071".substring(i, i + 1), digit.getString("text"));
            assertEquals(digit.getString("text"), digit.getString("label"));
            assertEquals("4071".charAt(i) - '0', digit.getInt("digit"));
            assertTrue(digit.getBoolean("recognized"));
            assertEquals(0, digit.getInt("line"));
            assertEquals(i, digit.getInt("position"));
            assertEquals(10, digit.getJsonArray("probabilities").size());
            JsonObject box = digit.getJsonObject("box");
            assertEquals(30 + 60 * i + 30, box.getInt("x") + box.getInt("width") / 2, 12);
            assertTrue(box.getInt("y") > 35 && box.getInt("height") > 40 && box.getInt("height") < 66, box::toString);
            product *= digit.getJsonNumber("confidence").doubleValue();
        }
        assertEquals(product, json.getJsonNumber("confidence").doubleValue(), 1e-5);
    }

    @Test
    void takesAllKindsOfBody() {
        api.post(READINGS, "image/png", NUMBER).as("4071");
        api.post(READINGS, "application/json", "{\"image\":\"" + dataUrl(NUMBER) + "\"}").as("4071");
        api.postForm(READINGS, "image", NUMBER).as("4071");
        for (String format : List.of("jpeg", "gif", "bmp", "tiff")) {
            byte[] file = InkPainter.encode(Numbers.painted("4071"), format);
            api.post(READINGS, "image/" + format, file).as("4071");
            api.post(READINGS, "application/octet-stream", file).as("4071");
        }
    }

    @Test
    void aBlankPictureHasNoText() {
        JsonObject json = api.read(Numbers.png("   "), "?explain=cam").as("");
        assertEquals("blank", json.getString("reason"));
        assertEquals(0, json.getJsonNumber("confidence").doubleValue());
        for (String list : List.of("lines", "digits", "marks")) {
            assertTrue(json.getJsonArray(list).isEmpty(), list);
        }
    }

    @Test
    void asksTheModelThatIsNamed() {
        assertEquals("lenet", api.read(NUMBER, "?model=lenet").as("4071").getString("model"));
        api.read(NUMBER, "?model=nobody").refuses(404, "nobody", "digits, digits-small");
    }

    @Test
    void explainsEveryDigitOrTheOneThatIsNamed() {
        JsonObject all = api.read(NUMBER, "?explain=probabilities,activations,cam").as("4071");
        for (JsonObject digit : digits(all)) {
            assertEquals(Set.of("probabilities", "activations", "cam"), digit.getJsonObject("explanations").keySet());
            assertEquals(640, image(decoded(digit.getJsonObject("explanations").getString("probabilities"))).getWidth());
            assertTrue(digit.getJsonObject("descriptions").getString("cam").contains(" " + digit.getString("label")), digit::toString);
        }
        List<JsonObject> one = digits(api.read(NUMBER, "?explain=cam&digit=2").as("4071"));
        for (int i = 0; i < 4; i++) {
            assertEquals(i == 2, one.get(i).containsKey("explanations"), "digit " + i);
        }
        assertEquals(digits(all).get(2).getJsonObject("explanations").get("cam"), one.get(2).getJsonObject("explanations").get("cam"));
        assertFalse(digits(api.read(NUMBER).as("4071")).get(0).containsKey("explanations"));
    }

    @Test
    void explainsTwelveDigitsAtMostAtOnce() {
        assertTrue(digits(api.read(Numbers.png("012345678901"), "?explain=cam").as("012345678901")).get(11).containsKey("explanations"));
        byte[] thirteen = Numbers.png("0123456789012");
        api.read(thirteen, "?explain=cam").refuses(400, "13 digits", "at most 12", "?digit=", "0 to 12");
        assertTrue(digits(api.read(thirteen, "?explain=cam&digit=12").json()).get(12).containsKey("explanations"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        api.read(NUMBER, "?explain=cam&digit=4").refuses(400, "4", "4 digits", "0 to 3");
        api.read(Numbers.png(" "), "?explain=cam&digit=0").refuses(400, "no digits");
        api.read(NUMBER, "?digit=first").refuses(400, "first", "index of a digit, from 0");
        api.read(NUMBER, "?digit=-1").refuses(400, "-1", "from 0");
        api.read(NUMBER, "?explain=everything").refuses(400, "everything", "probabilities, activations, cam");
        api.read(NUMBER, "?explain=activations&layer=conv99").refuses(400, "conv99", "conv1");
        api.read("hello".getBytes(StandardCharsets.UTF_8)).refuses(415, "text", "PNG");
        api.read(new byte[0]).refuses(400, "empty", "picture");
        api.read(Arrays.copyOf(NUMBER, NUMBER.length / 2)).refuses(422, "PNG");
        api.read(new byte[10_000_001]).refuses(413, "10,000,001", "10,000,000");
        api.post(READINGS, "text/plain", NUMBER).refuses(415, "text/plain");
        api.post(READINGS, "application/json", "{\"picture\":1}").refuses(400, "no member image");
        api.postForm(READINGS, "picture", NUMBER).refuses(400, "picture", "image");
        api.postForm(READINGS, "image", new byte[0]).refuses(400, "image is empty");
        api.readAs("image/png", NUMBER, "").refuses(406, "image/png");
        api.get(READINGS).refuses(405, "POST");
    }

    @Test
    void anyDigitIsExplainedLaterFromItsInputAlone() {
        for (JsonObject digit : digits(api.read(Numbers.png("0123456789"), "?explain=probabilities&digit=3").as("0123456789"))) {
            JsonObject again = api.predict(decoded(digit.getString("input")), "?normalized=true&explain=probabilities").json();
            for (String member : List.of("label", "digit", "confidence", "probabilities", "input")) {
                assertEquals(digit.get(member), again.get(member), member);
            }
            if (digit.containsKey("explanations")) {
                assertEquals(digit.get("explanations"), again.get("explanations"));
            }
        }
    }

    @Test
    void takesNothingButInputsForNormalized() {
        api.predict(NUMBER, "?normalized=true").refuses(400, "300 x 140", "28 x 28", "white ink on black");
        api.predict(NUMBER, "?normalized=yes").refuses(400, "yes", "true or false");
        api.predict(InkPainter.canvas(28).withColours(Color.RED, Color.BLACK).png(Ink.one()), "?normalized=true")
            .refuses(400, "coloured");
        byte[] blank = InkPainter.canvas(28).withColours(Color.BLACK, Color.BLACK).png(Ink.one());
        assertEquals(JsonValue.NULL, api.predict(blank, "?normalized=true&explain=cam").rejects("blank").get("box"));
        api.post(PREDICTIONS + "?normalized=false", "image/png", InkPainter.canvas(200).png(Ink.seven())).reads(7);
    }

    @Test
    void countsReadingsByModelAndOutcome() {
        for (byte[] file : List.of(NUMBER, Numbers.png(" "), Arrays.copyOf(NUMBER, 60))) {
            String outcome = file == NUMBER ? "recognized" : file.length == 60 ? "failed" : "blank";
            double before = counted(outcome);
            api.read(file);
            assertEquals(before + 1, counted(outcome), outcome);
        }
    }

    private double counted(String outcome) {
        String line = "digitlens_reading_duration_seconds_count{model=\"digits\",outcome=\"" + outcome + "\"} ";
        return api.get("metrics").text().lines().filter(each -> each.startsWith(line)).findFirst()
            .map(each -> Double.parseDouble(each.substring(line.length()))).orElse(0.0);
    }

    @Test
    void saysHowLongItTook() {
        var answer = api.read(NUMBER);
        assertTrue(answer.header("Server-Timing").matches("read;dur=[0-9.]+"), answer.header("Server-Timing"));
        assertEquals("Accept", answer.header("Vary"));
        assertEquals(answer.response().body().length, Integer.parseInt(answer.header("Content-Length")));
    }

    @Test
    void neverAnswersOneRequestWithAnothersNumber() throws Exception {
        List<Callable<Void>> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String number = Integer.toString(100 + i * 37 % 900);
            requests.add(() -> {
                api.read(Numbers.png(number)).as(number);
                return null;
            });
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

    private static List<JsonObject> digits(JsonObject reading) {
        return reading.getJsonArray("digits").getValuesAs(JsonObject.class);
    }

    private static byte[] decoded(String dataUrl) {
        return Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
    }
}
