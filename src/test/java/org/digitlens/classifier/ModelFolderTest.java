package org.digitlens.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.digitlens.imaging.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that does not hold together is reported by name and reason, and the others are served. */
class ModelFolderTest {

    private static final Path DIGITS = Path.of("models/digits");

    @TempDir
    private Path models;

    @Test
    void servesTheGoodAndReportsTheBad() throws IOException {
        copy("digits", manifest -> manifest);
        copy("other-name", manifest -> manifest);
        copy("other-input", manifest -> renamed(manifest, "other-input")
            .replace("\"image\"", "\"picture\""));
        copy("no-json", manifest -> "nothing");
        copy("other-order", manifest -> renamed(manifest, "other-order").replaceFirst("\"probabilities\": *\"probabilities\"",
            "\"probabilities\": \"logits\""));
        copy("other-label", manifest -> renamed(manifest, "other-label").replaceFirst("\"9\"", "\"9\", \"10\""));
        Files.createDirectory(models.resolve("empty"));
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(models);
        assertTrue(catalogue.isReady());
        assertEquals(1, catalogue.all().size());
        assertReason(catalogue, "other-name", "expected the folder's name other-name");
        assertReason(catalogue, "other-input", "[picture]", "[image]");
        assertReason(catalogue, "no-json", "manifest.json");
        assertReason(catalogue, "other-order", "expected the outputs [logits, logits");
        assertReason(catalogue, "other-label", "11");
        assertReason(catalogue, "empty", "manifest.json");
        catalogue.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "[]", "{}", "{\"accuracy\": \"high\"}", "{\"accuracy\": 99.7, \"interval95\": [1]}",
        "{\"accuracy\": {}, \"interval95\": \"narrow\"}"})
    void takesManifestsThatTellOddThingsOfWhatWasMeasured(String odd) {
        ModelManifest manifest = manifest(ModelVariant.named("odd").with("measured", json(odd)));
        assertTrue(manifest.accuracy().isEmpty());
        assertTrue(manifest.accuracyBound(0).isEmpty());
    }

    @Test
    void tellsWhatWasMeasured() {
        ModelManifest manifest = manifest(ModelVariant.named("measured").with("measured",
            json("{\"accuracy\": 0.99, \"interval95\": [0.98, 0.995], \"kept\": 0.9903, \"refusal\": {\"refused\": 0.93}}")));
        assertEquals(0.99, manifest.accuracy().orElseThrow());
        assertEquals(0.98, manifest.accuracyBound(0).orElseThrow());
        assertEquals(0.995, manifest.accuracyBound(1).orElseThrow());
        assertEquals(0.93, manifest.share("measured", "refusal", "refused").orElseThrow());
        assertTrue(manifest.share("measured", "refusal", "refusedAt99").isEmpty());
        assertTrue(manifest.share("measured", "kept", "refused").isEmpty());
    }

    private static JsonValue json(String text) {
        return Json.createReader(new StringReader(text)).readValue();
    }

    private static ModelManifest manifest(ModelVariant model) {
        try {
            return ModelManifest.parse(model.files().get("manifest.json"));
        } catch (InvalidModelException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listsTheDefaultModelFirstThenTheMoreAccurate() {
        var accuracies = Map.of("digits", 0.5, "a-poor-one", 0.9, "a-good-one", 0.99, "better", 0.995);
        accuracies.forEach((name, accuracy) -> ModelVariant.named(name)
            .with("measured", Json.createObjectBuilder().add("accuracy", accuracy).build()).writeTo(models));
        ModelVariant.named("an-unknown-one").with("measured", JsonValue.NULL).writeTo(models);
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(models);
        assertEquals(List.of("digits", "better", "a-good-one", "a-poor-one", "an-unknown-one"),
            catalogue.all().stream().map(model -> model.manifest().name()).toList());
        catalogue.stop();
    }

    @Test
    void refusesLabelsThatCannotBeToldApart() {
        ModelVariant.named("twice").labelled(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "8")).writeTo(models);
        ModelVariant.named("nameless").labelled(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "")).writeTo(models);
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(models);
        assertReason(catalogue, "twice", "each another", "8, 8");
        assertReason(catalogue, "nameless", "none empty");
    }

    @Test
    void readsWhatElseLiesInAFolderUpToALimit() throws IOException {
        ModelVariant.named("digits").file("report.json", "{}").writeTo(models);
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(models);
        assertEquals(2, catalogue.file("digits", "report.json", 2).orElseThrow().length);
        var tooLong = assertThrows(IOException.class, () -> catalogue.file("digits", "report.json", 1));
        assertEquals("report.json has more than 1 bytes", tooLong.getMessage());
        assertTrue(catalogue.file("digits", "nothing.json", 9).isEmpty());
        assertTrue(catalogue.file("nobody", "report.json", 9).isEmpty());
        catalogue.stop();
    }

    @Test
    void answersNothingOnceItIsClosed() {
        DigitClassifier classifier = Models.load(DIGITS);
        classifier.close();
        classifier.close();
        assertThrows(IllegalStateException.class,
            () -> classifier.predict(GrayImage.blank(28, 28)));
    }

    @Test
    void isNotReadyWithoutTheDefaultModel() {
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(models);
        assertFalse(catalogue.isReady());
    }

    private static void assertReason(ModelCatalogue catalogue, String name, String... parts) {
        String reason = catalogue.refused().getOrDefault(name, "served");
        for (String part : parts) {
            assertTrue(reason.contains(part), name + ": " + reason);
        }
    }

    private static String renamed(String manifest, String name) {
        return manifest.replaceFirst("\"name\": *\"digits\"", "\"name\": \"" + name + "\"");
    }

    private void copy(String name, UnaryOperator<String> change) throws IOException {
        Path folder = Files.createDirectory(models.resolve(name));
        Files.copy(DIGITS.resolve("model.onnx"), folder.resolve("model.onnx"));
        Files.writeString(folder.resolve("manifest.json"), change.apply(Files.readString(DIGITS.resolve("manifest.json"))));
    }
}
