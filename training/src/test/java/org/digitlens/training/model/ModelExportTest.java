package org.digitlens.training.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.network.ConvBlock;
import org.digitlens.training.network.Layer;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.Normalise;
import org.digitlens.training.network.Parameter;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;
import org.digitlens.training.run.Checkpoint;
import org.digitlens.training.run.EpochResult;
import org.digitlens.training.run.RunDescription;
import org.digitlens.training.run.Scoring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of random weights and lively statistics, so that folding has something to get wrong. */
class ModelExportTest {
    private static final Network NETWORK = Networks.named("tiny", 28, 28, 3);
    private static final Weights WEIGHTS = weights();
    private static final LabelledImages VALIDATION = Patterns.images(90, 3);

    @TempDir
    private Path place;

    private ModelFolder folder;
    private ModelExport.Result result;

    @BeforeEach
    void export() throws IOException {
        folder = new ModelFolder(place.resolve("patterns"));
        result = export(VALIDATION.size()).write(folder, VALIDATION, "Patterns", "Bars and frames");
    }

    private static ModelExport export(int heldOut) {
        return export(heldOut, WEIGHTS);
    }

    private static ModelExport export(int heldOut, Weights weights) {
        RunDescription run = RunDescription.of("tiny", VALIDATION, "quick", 1, 7, heldOut,
                List.of(new DataSet.Source("patterns train-images-idx3-ubyte", "00ff")));
        Checkpoint checkpoint = new Checkpoint(run, List.of(new EpochResult(1, 0.5, heldOut == 0 ? 0 : 1, heldOut, 63.4)),
                weights, weights, weights);
        return new ModelExport(checkpoint, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    }

    @Test
    void computesWhatTheTrainedNetworkComputes() {
        assertTrue(result.largestDifference() < 1e-4, "difference " + result.largestDifference());
        try (OnnxClassifier exported = new OnnxClassifier(folder.model())) {
            float[] trained = Scoring.of(NETWORK, WEIGHTS, VALIDATION).logits();
            assertArrayEquals(trained, exported.scores(VALIDATION).logits(), 1e-4f);
        }
    }

    @Test
    void givesEachConvolutionsActivationsAfterItsRelu() {
        float[] picture = new float[28 * 28];
        VALIDATION.copy(2, picture, 0);
        try (OnnxClassifier exported = new OnnxClassifier(folder.model());
                NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters = ParameterSet.of(manager, NETWORK.parameters(), WEIGHTS)) {
            NDArray values = manager.create(picture, new Shape(1, 1, 28, 28));
            for (Layer layer : NETWORK.layers()) {
                values = layer.forward(values, parameters, false);
                if (layer instanceof ConvBlock conv) {
                    assertArrayEquals(values.toFloatArray(), exported.output(conv.name(), picture, 28, 28), 1e-4f);
                }
            }
        }
    }

    @Test
    void theManifestNamesTheFilesOutputsInOrder() throws OrtException {
        Manifest manifest = folder.manifest();
        List<String> expected = new ArrayList<>(List.of("probabilities", "logits", "cam"));
        manifest.outputs().layers().forEach(layer -> expected.add(layer.name()));
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(folder.model().toString())) {
            assertEquals(List.of("image"), List.copyOf(session.getInputNames()));
            assertEquals(expected, List.copyOf(session.getOutputNames()));
            for (Manifest.Layer layer : manifest.outputs().layers()) {
                TensorInfo info = (TensorInfo) session.getOutputInfo().get(layer.name()).getInfo();
                assertArrayEquals(new long[] {-1, layer.channels(), layer.height(), layer.width()}, info.getShape());
            }
        }
    }

    @Test
    void theManifestHoldsWhatTheApplicationReads() throws IOException {
        JsonNode json = new ObjectMapper().readTree(folder.path().resolve("manifest.json").toFile());
        assertEquals("patterns", json.at("/name").asText());
        assertEquals("[\"lying\",\"standing\",\"frame\"]", json.at("/labels").toString());
        assertEquals("{\"tensor\":\"image\",\"shape\":[1,28,28],\"range\":[0,255],\"polarity\":\"bright ink on dark\"}",
                json.at("/input").toString());
        assertEquals(
                "{\"name\":\"conv3\",\"channels\":8,\"height\":7,\"width\":7}", json.at("/outputs/layers/2").toString());
        assertEquals(3, json.at("/outputs/classActivation/bias").size());
        assertTrue(json.at("/calibration/temperature").asDouble() > 0);
        assertTrue(json.at("/calibration/threshold").asDouble() <= 1);
        assertEquals("00ff", json.at("/training/data/0/sha256").asText());
        assertEquals("train --network tiny --recipe quick --epochs 1 --seed 7 --data patterns",
                json.at("/training/command").asText());
        assertEquals("PT1M3S", json.at("/training/duration").asText());
        assertEquals("2026-01-02", json.at("/training/date").asText());
        assertTrue(json.at("/training/libraries/ai.djl").asText().matches("\\d+\\.\\d+\\.\\d+"));
        assertEquals(NETWORK.size(), json.at("/measured/parameters").asLong());
        assertEquals(folder.model().toFile().length(), json.at("/measured/bytes").asLong());
        assertTrue(json.at("/measured/accuracy").isMissingNode(), "no test set was read");
        assertEquals("Apache-2.0", json.at("/licence").asText());
    }

    @Test
    void theThresholdKeeps99PercentOfTheHeldOutPictures() {
        Manifest manifest = folder.manifest();
        Scores scores = Scoring.of(NETWORK, WEIGHTS, VALIDATION);
        assertTrue(result.calibration().kept(scores) >= 0.99, "kept " + result.calibration().kept(scores));
        assertEquals(result.calibration().threshold(), manifest.calibration().threshold());
        assertTrue(manifest.calibration().chosenOn().startsWith("90 images held out"), manifest.calibration().chosenOn());
        assertTrue(manifest.calibration().chosenOn().endsWith("keeps 99 % of them"), manifest.calibration().chosenOn());
    }

    @Test
    void theReportTellsTheCourseOfTraining() throws IOException {
        JsonNode json = new ObjectMapper().readTree(folder.path().resolve("report.json").toFile());
        assertEquals("{\"learning\":[{\"epoch\":1,\"loss\":0.5,\"errors\":1,\"images\":90}]}", json.toString());
    }

    @Test
    void aRunThatHeldOutNothingTakesItsPilotsCalibration() throws IOException {
        ModelFolder all = new ModelFolder(place.resolve("all"));
        ModelExport.Result second = export(0).write(all, folder.manifest(), Patterns.images(120, 4), "All", "");
        assertEquals(result.calibration(), second.calibration());
        assertTrue(second.largestDifference() < 1e-4, "difference " + second.largestDifference());
        Manifest manifest = all.manifest();
        assertEquals("patterns", manifest.training().pilot());
        assertEquals("none held out: learned from all 120 images of the training files", manifest.training().split());
        assertTrue(manifest.training().command().contains(" --all"), manifest.training().command());
        assertTrue(manifest.calibration().chosenOn().startsWith("taken from patterns"), manifest.calibration().chosenOn());
        assertTrue(manifest.calibration().chosenOn().contains("90 images held out"), manifest.calibration().chosenOn());
        assertEquals(List.of(new Report.Epoch(1, 0.5, null, null)), all.report().learning());
    }

    @Test
    void refusesAPilotThatHeldOutNothingOrIsOfAnotherKind() throws IOException {
        ModelFolder all = new ModelFolder(place.resolve("all"));
        export(0).write(all, folder.manifest(), VALIDATION, "All", "");
        assertTrue(assertThrows(UserError.class, () -> export(0).write(all, all.manifest(), VALIDATION, "", ""))
                .getMessage().contains("has its threshold from patterns"));
        Path other = Files.createDirectory(place.resolve("other"));
        Files.writeString(other.resolve("manifest.json"),
                Files.readString(folder.path().resolve("manifest.json")).replace("\"quick\"", "\"long\""));
        assertTrue(assertThrows(UserError.class,
                () -> export(0).write(all, new ModelFolder(other).manifest(), VALIDATION, "", ""))
                .getMessage().contains("it is tiny by long in 1 epochs, the run tiny by quick in 1"));
    }

    @Test
    void aFailingExportLeavesTheModelThatWasThere() throws IOException {
        Map<String, String> before = files();
        Map<String, float[]> values = new LinkedHashMap<>();
        WEIGHTS.names().forEach(name -> values.put(name, WEIGHTS.get(name).clone()));
        values.get("conv1.weight")[0] = Float.NaN;
        ModelExport broken = export(VALIDATION.size(), new Weights(values));
        for (ModelFolder target : List.of(folder, new ModelFolder(place.resolve("another")))) {
            UserError error = assertThrows(UserError.class, () -> broken.write(target, VALIDATION, "Broken", ""));
            assertTrue(error.getMessage().startsWith("the exported logits differs from the trained network by NaN"),
                    error.getMessage());
            assertEquals(before, files());
        }
    }

    @Test
    void anExportLeavesNothingButTheModel() throws IOException {
        assertEquals(Set.of("patterns/model.onnx", "patterns/golden.json", "patterns/report.json",
                "patterns/manifest.json"), files().keySet());
        try (Stream<Path> folders = Files.list(place)) {
            assertEquals(List.of(folder.path()), folders.toList());
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(place.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void goldenInputsReplay() throws IOException {
        Golden golden = new ObjectMapper().readValue(folder.path().resolve("golden.json").toFile(), Golden.class);
        assertTrue(golden.inputs().size() >= 10);
        try (OnnxClassifier exported = new OnnxClassifier(folder.model())) {
            for (Golden.Case c : golden.inputs()) {
                float[] pixels = new float[c.image().length];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = c.image()[i];
                }
                assertArrayEquals(c.logits(), exported.output("logits", pixels, 28, 28), 1e-4f);
                float[] probabilities = exported.output("probabilities", pixels, 28, 28);
                for (int i = 0; i < probabilities.length; i++) {
                    assertEquals(c.probabilities()[i], probabilities[i], 1e-4);
                }
            }
        }
    }

    private static Weights weights() {
        SplittableRandom random = new SplittableRandom(11);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter p : NETWORK.parameters()) {
            float[] array = new float[(int) p.shape().size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = p.name().endsWith("variance")
                        ? 0.5f + random.nextFloat()
                        : p.mean() + 0.3f * (float) random.nextGaussian();
            }
            values.put(p.name(), array);
        }
        values.put(Normalise.MEAN, new float[] {33.3f});
        values.put(Normalise.DEVIATION, new float[] {78.6f});
        return new Weights(values);
    }
}
