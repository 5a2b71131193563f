package org.digitlens.training.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.digitlens.training.Patterns;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.run.Scoring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each with random weights, biases included. */
class OlderNetworksTest {
    private static final LabelledImages IMAGES = Patterns.images(30, 4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dense", "dbn", "lenet", "classic-cnn"})
    void exportedComputesTheSameAsInDjl(String name) throws IOException {
        Network network = Networks.named(name, 28, 28, 3);
        Weights weights = weights(network);
        ExportedGraph graph = network.export(weights, 1.5);
        try (OnnxClassifier exported = new OnnxClassifier(written(graph))) {
            float[] logits = Scoring.of(network, weights, IMAGES).logits();
            assertTrue(IntStream.range(3, logits.length).anyMatch(i -> Math.abs(logits[i] - logits[i % 3]) > 0.01),
                    "all pictures are the same to this network");
            assertArrayEquals(logits, exported.output("logits", IMAGES.values(30), 28, 28), 1e-4f);
            for (ExportedGraph.Activations layer : graph.activations()) {
                assertArrayEquals(inDjl(network, weights, layer.name()),
                        exported.output(layer.name(), IMAGES.values(30), 28, 28), 1e-4f, layer.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense", "dbn", "lenet", "classic-cnn"})
    void fitsInto600KilobytesForTenLabels(String name) {
        Network network = Networks.named(name, 28, 28, 10);
        int bytes = network.export(weights(network), 1).toByteArray().length;
        assertTrue(bytes < 600_000, bytes + " bytes");
    }

    @Test
    void showsConvolutionsAndNoClassActivationMap() {
        assertEquals(List.of("conv1 (8, 24, 24)", "conv2 (16, 10, 10)"), shown("lenet"));
        assertEquals(List.of("conv1 (16, 24, 24)", "conv2 (32, 20, 20)", "conv3 (64, 8, 8)", "conv4 (128, 6, 6)"),
                shown("classic-cnn"));
        assertEquals(List.of(), shown("dense"));
        assertEquals(List.of(), shown("dbn"));
    }

    @Test
    void dropoutDropsInTrainingOnlyAndAsTheSeedSays() {
        Layer dropout = new Dropout(0.4f);
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray ones = manager.ones(new Shape(1, 1000));
            assertArrayEquals(ones.toFloatArray(), dropout.forward(ones, null, false).toFloatArray());
            Engine.getInstance().setRandomSeed(5);
            float[] dropped = dropout.forward(ones, null, true).toFloatArray();
            assertEquals(400, IntStream.range(0, 1000).filter(i -> dropped[i] == 0).count(), 60);
            assertEquals(1000, IntStream.range(0, 1000).mapToDouble(i -> dropped[i]).sum(), 100);
            assertFalse(Arrays.equals(dropped, dropout.forward(ones, null, true).toFloatArray()));
            Engine.getInstance().setRandomSeed(5);
            assertArrayEquals(dropped, dropout.forward(ones, null, true).toFloatArray());
        }
    }

    private static List<String> shown(String name) {
        Network network = Networks.named(name, 28, 28, 3);
        ExportedGraph graph = network.export(weights(network), 1);
        assertTrue(graph.classActivation().isEmpty());
        return graph.activations().stream().map(a -> a.name() + " " + a.shape()).toList();
    }

    private static float[] inDjl(Network network, Weights weights, String convolution) {
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters = ParameterSet.of(manager, network.parameters(), weights)) {
            NDArray values = manager.create(IMAGES.values(30), new Shape(30, 1, 28, 28));
            for (Layer layer : network.layers()) {
                values = layer.forward(values, parameters, false);
                if (layer instanceof Convolution c && c.name().equals(convolution)) {
                    return values.toFloatArray();
                }
            }
            throw new AssertionError("no convolution " + convolution);
        }
    }

    private Path written(ExportedGraph graph) throws IOException {
        return Files.write(folder.resolve("model.onnx"), graph.toByteArray());
    }

    private static Weights weights(Network network) {
        SplittableRandom random = new SplittableRandom(11);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Parameter p : network.parameters()) {
            float[] array = new float[(int) p.shape().size()];
            for (int i = 0; i < array.length; i++) {
                float spread = p.deviation() == 0 ? 0.1f : p.deviation();
                array[i] = p.mean() + spread * (float) random.nextGaussian();
            }
            values.put(p.name(), array);
        }
        values.replace(Normalise.MEAN, new float[] {33.3f});
        values.replace(Normalise.DEVIATION, new float[] {78.6f});
        return new Weights(values);
    }
}
