package org.digitlens.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
