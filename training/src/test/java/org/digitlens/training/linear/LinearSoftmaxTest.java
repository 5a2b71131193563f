package org.digitlens.training.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelExport;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.run.RunDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearSoftmaxTest {
    private static final LabelledImages LEARNING = Patterns.images(600, 1);
    private static final LabelledImages OTHERS = Patterns.images(90, 2);

    @TempDir
    private Path folder;

    @Test
    void theExportedFileSaysWhatTribuoPredicts() throws IOException {
        LinearSoftmax learned = learned(1);
        try (OnnxClassifier exported = written(learned, 1)) {
            assertArrayEquals(learned.logits(OTHERS.values(90)), exported.output("logits", OTHERS.values(90), 28, 28), 1e-4f);
            assertArrayEquals(tribuosProbabilities(learned, OTHERS),
                    exported.output("probabilities", OTHERS.values(90), 28, 28), 1e-5f);
            assertTrue(exported.scores(OTHERS).accuracy() > 0.7, "accuracy " + exported.scores(OTHERS).accuracy());
        }
    }

    @Test
    void theTemperatureIsInside() throws IOException {
        LinearSoftmax learned = learned(1);
        Scores scores = new Scores(3, learned.logits(OTHERS.values(90)), OTHERS.labels());
        try (OnnxClassifier exported = written(learned, 2.5)) {
            float[] probabilities = exported.output("probabilities", OTHERS.values(90), 28, 28);
            for (int i = 0; i < probabilities.length; i++) {
                assertEquals(scores.probability(i / 3, i % 3, 2.5), probabilities[i], 1e-5);
            }
        }
    }

    @Test
    void readsABlankPictureAsTribuoDoes() throws IOException {
        LinearSoftmax learned = learned(1);
        try (OnnxClassifier exported = written(learned, 1)) {
            assertArrayEquals(learned.logits(new float[784]), exported.output("logits", new float[784], 28, 28), 1e-4f);
        }
    }

    @Test
    void theSeedAloneDecides() {
        byte[] file = learned(1).export(1).toByteArray();
        assertArrayEquals(file, learned(1).export(1).toByteArray());
        assertFalse(Arrays.equals(file, learned(2).export(1).toByteArray()));
    }

    @Test
    void needsPicturesOfEveryLabel() {
        LabelledImages without = LEARNING.select(new int[] {0, 1, 3, 4});
        UserError error = assertThrows(UserError.class, () -> LinearSoftmax.learn(run(1), without));
        assertTrue(error.getMessage().contains("no picture of frame"), error.getMessage());
    }

    @Test
    void goesTheWayOfAllModels() throws IOException {
        ModelFolder model = new ModelFolder(folder.resolve("patterns"));
        new ModelExport(learned(1), Clock.systemUTC()).write(model, OTHERS, "Patterns", "Sums of pixels");
        Manifest manifest = model.manifest();
        assertEquals(List.of(), manifest.outputs().layers());
        assertEquals("softmax --epochs 5 --seed 1 --data patterns", manifest.training().command());
        assertTrue(Files.isRegularFile(folder.resolve("patterns/golden.json")));
    }

    private static LinearSoftmax learned(long seed) {
        return LinearSoftmax.learn(run(seed), LEARNING);
    }

    private static RunDescription run(long seed) {
        return RunDescription.of(LinearSoftmax.NAME, LEARNING, LinearSoftmax.RECIPE, 5, seed, OTHERS.size(),
                List.of(new DataSet.Source("patterns", "0")));
    }

    private OnnxClassifier written(LinearSoftmax learned, double temperature) throws IOException {
        return new OnnxClassifier(
                Files.write(folder.resolve("model.onnx"), learned.export(temperature).toByteArray()));
    }

    private static float[] tribuosProbabilities(LinearSoftmax learned, LabelledImages images) {
        float[] probabilities = learned.logits(images.values(images.size()));
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) Math.exp(probabilities[i]);
        }
        return probabilities;
    }
}
