package org.digitlens.classifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import org.digitlens.imaging.GrayImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model under models/ must hold to; a model that is added is tested by being there. */
class ShippedModelsTest {

    private static final double TOLERANCE = 1e-4;

    static List<Path> folders() {
        return Models.folders();
    }

    @Test
    void theDefaultModelIsAmongThem() {
        assertTrue(folders().contains(Path.of("models/digits")), folders()::toString);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void answersGoldenInputsThroughTribuoAsInTraining(Path folder) throws IOException {
        try (DigitClassifier classifier = Models.load(folder)) {
            for (JsonObject golden : golden(folder)) {
                assertArrayEquals(numbers(golden, "probabilities"), classifier.predict(ink(golden)).probabilities(), TOLERANCE,
                    golden.getString("name"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void answersGoldenInputsThroughOnnxRuntimeAsInTraining(Path folder) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = DigitClassifier.options();
             OrtSession session = environment.createSession(folder.resolve("model.onnx").toString(), options)) {
            for (JsonObject golden : golden(folder)) {
                float[] pixels = pixels(golden);
                try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), new long[] {1, 1, 28, 28});
                     OrtSession.Result result = session.run(Map.of("image", input), Set.of("logits", "probabilities"))) {
                    for (String output : List.of("logits", "probabilities")) {
                        var found = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
                        assertArrayEquals(numbers(golden, output), IntStream.range(0, found.remaining()).mapToDouble(found::get).toArray(),
                            TOLERANCE, golden.getString("name"));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hasAGoldenInputForEveryLabel(Path folder) throws IOException {
        try (DigitClassifier classifier = Models.load(folder)) {
            var covered = new TreeSet<String>();
            for (JsonObject golden : golden(folder)) {
                covered.add(classifier.predict(ink(golden)).label().orElseThrow());
            }
            assertEquals(new TreeSet<>(classifier.manifest().labels()), covered);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void probabilitiesAreTheSoftmaxOfLogitsAtTheManifestsTemperature(Path folder) throws IOException {
        try (DigitClassifier classifier = Models.load(folder)) {
            double temperature = classifier.manifest().json().getJsonObject("calibration").getJsonNumber("temperature").doubleValue();
            for (JsonObject golden : golden(folder)) {
                FeatureMaps logits = classifier.infer(ink(golden), Set.of("logits")).maps().get("logits");
                double[] expected = softmax(logits.values(), temperature);
                assertArrayEquals(expected, classifier.predict(ink(golden)).probabilities(), TOLERANCE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void classActivationMapsAddUpToTheLogits(Path folder) throws IOException {
        try (DigitClassifier classifier = Models.load(folder)) {
            if (classifier.manifest().classActivation().isEmpty()) {
                return; // a network without global average pooling has no such maps
            }
            double[] bias = numbers(classifier.manifest().json().getJsonObject("outputs").getJsonObject("classActivation"), "bias");
            for (JsonObject golden : golden(folder)) {
                var maps = classifier.infer(ink(golden), Set.of("cam", "logits")).maps();
                FeatureMaps cam = maps.get("cam");
                for (int label = 0; label < cam.count(); label++) {
                    double sum = 0;
                    for (int i = 0; i < cam.height() * cam.width(); i++) {
                        sum += cam.values()[label * cam.height() * cam.width() + i];
                    }
                    assertEquals(maps.get("logits").values()[label], sum / (cam.height() * cam.width()) + bias[label], 1e-3);
                }
            }
        }
    }

    private static double[] softmax(float[] logits, double temperature) {
        double most = IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).max().orElseThrow();
        double[] powers = IntStream.range(0, logits.length).mapToDouble(i -> Math.exp((logits[i] - most) / temperature)).toArray();
        double sum = IntStream.range(0, powers.length).mapToDouble(i -> powers[i]).sum();
        return IntStream.range(0, powers.length).mapToDouble(i -> powers[i] / sum).toArray();
    }

    private static List<JsonObject> golden(Path folder) throws IOException {
        try (var reader = Json.createReader(Files.newInputStream(folder.resolve("golden.json")))) {
            return reader.readObject().getJsonArray("inputs").getValuesAs(JsonObject.class);
        }
    }

    private static float[] pixels(JsonObject golden) {
        double[] numbers = numbers(golden, "image");
        var pixels = new float[numbers.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) numbers[i];
        }
        return pixels;
    }

    private static GrayImage ink(JsonObject golden) {
        float[] pixels = pixels(golden);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] /= 255;
        }
        return new GrayImage(28, 28, pixels);
    }

    private static double[] numbers(JsonObject json, String name) {
        JsonArray array = json.getJsonArray(name);
        return array.getValuesAs(JsonNumber.class).stream().mapToDouble(JsonNumber::doubleValue).toArray();
    }
}
