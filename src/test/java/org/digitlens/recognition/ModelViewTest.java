package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.json.Json;

import org.digitlens.classifier.ModelManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell of a model, whatever its manifest says or leaves out. */
class ModelViewTest {

    @Test
    void tellsWhatTheManifestTellsInPercent() {
        ModelView view = view("""
            {"title": "Digits", "measured": {"accuracy": 0.9966, "interval95": [0.9953, 0.9976], "errors": 34, "images": 10000, "kept": 0.9903,
             "refusal": {"set": "Omniglot", "pictures": 960, "refused": 0.93, "refusedAt99": 0.94}, "bytes": 607844,
             "sets": [{"name": "USPS test", "accuracy": 0.986, "interval95": [0.98, 0.99], "errors": 28, "images": 2007}]}}""");
        assertEquals("Digits", view.getTitle());
        assertEquals(List.of(99.66, 99.53, 99.76, 99.03, 93.0, 94.0), List.of(view.getAccuracy(), view.getLow(), view.getHigh(),
            view.getKept(), view.getRefused(), view.getRefusedAt99()), "to the last digit, as the table sorts by them");
        assertEquals(607.844, view.getKilobytes());
        assertEquals("USPS test", view.getSets().get(0).getName());
        assertEquals(98.6, view.getSets().get(0).getAccuracy());
        assertEquals(28, view.getSets().get(0).getErrors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"measured\": 7, \"training\": [], \"calibration\": null, \"title\": {}, \"licence\": 1}", """
        {"measured": {"accuracy": "high", "interval95": [0.9, null], "errors": {}, "refusal": 1, "sets": [3, {"name": "odd"}], "bytes": "big"},
         "training": {"data": ["file", {"name": 1}], "duration": "a while", "teachers": "none", "epochs": "many"}}""", """
        {"measured": {"accuracy": 1e2147483647, "interval95": [-1, 2], "errors": 1e999, "refusal": {"refused": 1.01}, "bytes": 1e400,
         "sets": [{"name": "odd", "accuracy": -1e2147483647}]}}"""})
    void leavesOutWhatTheManifestDoesNotSay(String manifest) {
        ModelView view = view(manifest);
        assertEquals("a model", view.getTitle());
        for (Object missing : new Object[] {view.getAccuracy(), view.getLow(), view.getHigh(), view.getErrors(), view.getRefused(),
            view.getKilobytes(), view.getEpochs(), view.getMinutes()}) {
            assertNull(missing);
        }
        assertTrue(view.getSets().isEmpty() && view.getData().isEmpty() && view.getTeachers().isEmpty());
        assertEquals("", view.getCommand() + view.getLicence() + view.getRefusalSet() + view.getChosenOn());
    }

    @ParameterizedTest
    @CsvSource({"PT43M14S, 43", "PT46S, 1", "PT2H30M, 150", "PT0.5S, 1", "PT99999999999999999999H,", "PT,", "P1D,"})
    void roundsTheTrainingsDurationToMinutes(String duration, Long minutes) {
        assertEquals(minutes, view("{\"training\": {\"duration\": \"" + duration + "\"}}").getMinutes());
    }

    @ParameterizedTest
    @CsvSource({"PT46S, 46", "PT1M29.6S, 89", "PT0.5S, 1", "P1D,"})
    void tellsTheTrainingsDurationInSeconds(String duration, Long seconds) {
        assertEquals(seconds, view("{\"training\": {\"duration\": \"" + duration + "\"}}").getSeconds());
    }

    @Test
    void namesADataSetOnceForItsFiles() {
        assertEquals(List.of("MNIST images", "labels", "USPS train", "more.zip"), view("""
            {"training": {"data": [{"name": "MNIST images"}, {"name": "MNIST labels"}, {"name": "USPS train"}, {"name": "more.zip"}]}}""").getData());
    }

    @Test
    void offersTheExplanationsThatTheModelHas() {
        assertEquals("probabilities", view("{}").getExplanations());
        assertEquals("probabilities activations cam", new ModelView(manifest("{}", Optional.of("cam"),
            List.of(new ModelManifest.Layer("conv1", 8, 28, 28))), true, OptionalLong.of(250), Map.of()).getExplanations());
    }

    @Test
    void writesItsNameIntoAddresses() {
        assertEquals("a%20model", view("{}").getPath());
    }

    private static ModelView view(String manifest) {
        return new ModelView(manifest(manifest, Optional.empty(), List.of()), false, OptionalLong.empty(), Map.of());
    }

    private static ModelManifest manifest(String json, Optional<String> classActivation, List<ModelManifest.Layer> layers) {
        return new ModelManifest("a model", List.of("0", "1"), "image", 255, "probabilities", "logits", classActivation, layers, 0.9,
            Json.createReader(new StringReader(json)).readObject());
    }
}
