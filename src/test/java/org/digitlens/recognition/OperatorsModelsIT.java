package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.COMPARISONS;
import static org.digitlens.recognition.ApiClient.MODELS;
import static org.digitlens.recognition.ApiClient.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.digitlens.classifier.ModelVariant;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models that somebody else made, good and odd, beside the shipped ones. */
@ExtendWith(ArquillianExtension.class)
class OperatorsModelsIT {

    private static final byte[] SEVEN = InkPainter.canvas(280).withPen(22).png(Ink.seven());
    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");

    @ArquillianResource
    private URL deployed;

    private ApiClient api;

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Deployments.war();
        for (ModelVariant model : List.of(
                ModelVariant.named("letters").labelled(LETTERS).file("report.json", Reports.whole(10)),
                ModelVariant.named("flat").withoutMaps().file("report.json", "{\"learning\": [{\"epoch\": 1, \"loss\": 2.5}]}"),
                ModelVariant.named("odd").with("measured", Json.createValue("not yet")).with("training", JsonValue.NULL)
                    .with("title", Json.createValue(7)).with("here", Json.createValue("there")).file("report.json", "{\"confusion\": {\"counts\": []}}"),
                ModelVariant.named("broken").file("model.onnx", "no graph"))) {
            model.files().forEach((file, content) -> war.addAsWebResource(new ByteArrayAsset(content), "WEB-INF/models/" + model.name() + "/" + file));
        }
        return war;
    }

    @BeforeEach
    void connect() throws URISyntaxException {
        URI address = deployed.toURI();
        api = new ApiClient(address);
    }

    @Test
    void servesWhatHoldsTogetherAndNamesTheRest() {
        JsonObject data = api.get("health/ready").json().getJsonArray("checks").getJsonObject(0).getJsonObject("data");
        assertEquals("loaded", data.getString("letters"));
        assertEquals("loaded", data.getString("flat"));
        assertTrue(data.getString("odd").startsWith("loaded; report.json is not used: confusion.counts: expected"), data::toString);
        assertTrue(data.getString("broken").startsWith("not served: "), data::toString);
        api.get(MODELS + "/broken").refuses(404, "broken", "letters");
    }

    @Test
    void labelsThatAreNoDigitsAreNone() {
        JsonObject json = api.predict(SEVEN, "?model=letters&explain=probabilities,cam&target=H").json();
        assertEquals("H", json.getString("label"));
        assertEquals(JsonValue.NULL, json.get("digit"));
        assertTrue(json.getBoolean("recognized"));
        assertEquals(2, json.getJsonObject("explanations").size());
        api.predict(SEVEN, "?model=letters&explain=cam&target=7").refuses(400, "7", "A, B, C");
    }

    @Test
    void aModelWithoutConvolutionsSaysSo() {
        JsonObject flat = api.get(MODELS + "/flat").json();
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, flat.getJsonObject("outputs").getJsonArray("layers"));
        api.predict(SEVEN, "?model=flat&explain=probabilities").reads(7);
        api.predict(SEVEN, "?model=flat&explain=activations").refuses(400, "flat has no convolutions");
        api.predict(SEVEN, "?model=flat&explain=cam").refuses(400, "flat has no class activation maps");
        api.predict(SEVEN, "?model=flat&layer=conv1").refuses(400, "flat has no convolutions", "conv1");
    }

    @Test
    void comparesModelsOfAnyLabels() {
        JsonObject json = api.post(COMPARISONS, "image/png", SEVEN).json();
        assertEquals("7", json.getString("label"));
        JsonObject letters = answer(json, "letters");
        assertEquals("H", letters.getString("label"));
        assertEquals(JsonValue.NULL, letters.get("digit"));
        assertFalse(letters.containsKey("agrees"), "letters have no vote among digits");
        assertTrue(answer(json, "flat").getBoolean("agrees"));
        assertEquals("odd", answer(json, "odd").getString("title"), "a title that is no text gives way to the name");
        assertEquals("odd", json.getJsonArray("models").getJsonObject(json.getJsonArray("models").size() - 1).getString("model"),
            "of unknown accuracy");
    }

    private static JsonObject answer(JsonObject comparison, String model) {
        return comparison.getJsonArray("models").getValuesAs(JsonObject.class).stream()
            .filter(answer -> answer.getString("model").equals(model)).findFirst().orElseThrow();
    }

    @Test
    void drawsAndWordsWhatAReportTells() {
        JsonObject charts = api.get(MODELS + "/letters").json().getJsonObject("charts");
        assertEquals("Of 1,000 pictures of the set MNIST test, 30 were read wrong. Most often: A read as B (3), B read as C (3), "
            + "C read as D (3).", charts.getString("confusion"));
        assertEquals("Over 2 epochs the loss went from 0.71 to 0.5. Of the held-out pictures 2.15% were read wrong after the first epoch, "
            + "0.35% after the last.", charts.getString("learning-curves"));
        assertTrue(charts.getString("reliability").endsWith("confidence and share read right lie 2 percentage points apart."), charts::toString);
        assertTrue(charts.getString("refusal").startsWith("960 pictures of other signs, from Omniglot: Balinese, Greek: 55% are refused"),
            charts::toString);
        for (ModelChart chart : ModelChart.values()) {
            String path = MODELS + "/letters/charts/" + chart.key();
            var light = api.get(path);
            assertEquals(chart.height(), light.png().getHeight(), chart.key());
            assertEquals(0, light.png().getRGB(0, 0) >>> 24, "transparent");
            assertTrue(light.response().body().length < 40_000, chart.key() + " has " + light.response().body().length + " bytes");
            assertEquals(304, api.getUnlessSame(path, light).response().statusCode());
            assertEquals(3 * 640, api.get(path + "?theme=dark&scale=3").png().getWidth());
            api.get(path + "?theme=sepia").refuses(400, "sepia", "light or dark");
            api.get(path + "?scale=0").refuses(400, "0", "1 to 3");
        }
        assertEquals("that nobody knows yet", api.get(MODELS + "/letters/report").json().getJsonObject("later").getString("a member"));
        api.get(MODELS + "/letters/charts/pie").refuses(404, "pie", "confusion, learning-curves, reliability, refusal");
    }

    @Test
    void ofAReportWithOnePartThereIsOneChart() {
        assertEquals(List.of("learning-curves"), List.copyOf(api.get(MODELS + "/flat").json().getJsonObject("charts").keySet()));
        assertEquals(508, api.get(MODELS + "/flat/charts/learning-curves").png().getHeight());
        api.get(MODELS + "/flat/charts/confusion").refuses(404, "flat", "expected one of learning-curves.");
    }

    @Test
    void aReportThatMakesNoSenseIsToldAndNotUsed() {
        JsonObject odd = api.get(MODELS + "/odd").json();
        assertTrue(odd.getJsonObject("charts").isEmpty());
        assertEquals("not yet", odd.getString("measured"));
        api.get(MODELS + "/odd/report").refuses(404, "odd", "report.json is not used: confusion.counts");
        api.get(MODELS + "/odd/charts/confusion").refuses(404, "odd", "confusion.counts");
        api.predict(SEVEN, "?model=odd").reads(7);
    }

    @Test
    void modelsOfUnknownAccuracyAreMeasuredHereAndLeftOutOfTheChart() {
        assertEquals(488, api.getOnceThere("api/v1/charts/error-latency").png().getHeight());
        assertTrue(api.get(MODELS + "/odd").json().getJsonObject("here").getInt("latencyMicros") > 0);
        assertEquals(28, image(api.predict(SEVEN, "?model=odd").picture("input")).getWidth());
    }

    @Test
    void pagesAreServed() {
        assertEquals(200, api.get("").response().statusCode());
        assertEquals(200, api.get("api").response().statusCode());
    }
}
