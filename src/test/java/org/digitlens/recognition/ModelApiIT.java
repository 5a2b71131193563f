package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.MODELS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import jakarta.json.JsonObject;

import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API tells of the models that are shipped. */
class ModelApiIT extends ApplicationTest {

    private static final String ERROR_LATENCY = "api/v1/charts/error-latency";

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void listsTheDefaultModelFirstThenTheMoreAccurate() {
        List<JsonObject> models = models();
        assertTrue(models.get(0).getBoolean("default"));
        for (int i = 2; i < models.size(); i++) {
            assertTrue(accuracy(models.get(i - 1)) >= accuracy(models.get(i)), models.get(i).getString("name"));
        }
    }

    private List<JsonObject> models() {
        return api.get(MODELS).value().asJsonArray().getValuesAs(JsonObject.class);
    }

    private static double accuracy(JsonObject model) {
        JsonObject measured = model.getJsonObject("measured");
        return measured.containsKey("accuracy") ? measured.getJsonNumber("accuracy").doubleValue() : -1;
    }

    @Test
    void measuresEveryModelOnThisServer() {
        api.getOnceThere(ERROR_LATENCY).png();
        for (JsonObject model : models()) {
            int micros = model.getJsonObject("here").getInt("latencyMicros");
            assertTrue(micros > 5 && micros < 100_000, model.getString("name") + " takes " + micros + " µs");
        }
    }

    @Test
    void drawsErrorsAgainstLatencies() {
        assertEquals(640, api.getOnceThere(ERROR_LATENCY).png().getWidth());
        assertEquals(3 * 488, api.get(ERROR_LATENCY + "?scale=3&theme=dark").png().getHeight());
        api.get(ERROR_LATENCY + "?scale=4").refuses(400, "4", "1 to 3");
        api.get(ERROR_LATENCY + "?theme=grey").refuses(400, "grey", "light or dark");
        api.get("api/v1/charts/nothing").refuses(404, "/api/v1/charts/nothing");
        assertEquals(405, api.post(ERROR_LATENCY, "text/plain", "").response().statusCode());
    }

    @Test
    void clientsMayKeepAChartAsLongAsTheyAsk() {
        var first = api.getOnceThere(ERROR_LATENCY);
        assertEquals("no-cache", first.header("Cache-Control"));
        var again = api.getUnlessSame(ERROR_LATENCY, first);
        assertEquals(304, again.response().statusCode());
        assertEquals(0, again.response().body().length);
        assertEquals(200, api.getUnlessSame(ERROR_LATENCY + "?theme=dark", first).response().statusCode());
        for (String nonsense : List.of("garbage", "\"", "W/", ",", "\"a\", b")) {
            assertEquals(200, api.getUnlessSame(ERROR_LATENCY, nonsense).response().statusCode(), nonsense);
        }
    }

    @Test
    void drawsEveryChartThatAReportHasTheNumbersFor() {
        for (JsonObject model : models()) {
            String path = MODELS + "/" + model.getString("name");
            JsonObject charts = model.getJsonObject("charts");
            for (ModelChart chart : ModelChart.values()) {
                if (charts.containsKey(chart.key())) {
                    assertEquals(2 * chart.height(), api.get(path + "/charts/" + chart.key() + "?scale=2").png().getHeight());
                    assertFalse(charts.getString(chart.key()).isBlank());
                } else {
                    api.get(path + "/charts/" + chart.key()).refuses(404, model.getString("name"));
                }
            }
            assertEquals(charts.containsKey("confusion"), api.get(path + "/report").value().asJsonObject().containsKey("confusion"));
        }
    }

    @Test
    void saysWhatThereIsWhereThereIsNoSuchThing() {
        api.get(MODELS + "/nobody").refuses(404, "nobody", "digits");
        assertTrue(api.get(MODELS + "/" + "n".repeat(3000)).refuses(404, "nnn…").getString("detail").length() < 1000);
        api.get(MODELS + "/nobody/report").refuses(404, "nobody", "digits");
        api.get(MODELS + "/nobody/charts/confusion").refuses(404, "nobody", "digits");
        api.get(MODELS + "/digits/charts").refuses(404, "/api/v1/models/digits/charts");
    }
}
