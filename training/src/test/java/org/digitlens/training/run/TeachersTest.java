package org.digitlens.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.network.Networks;
import org.digitlens.training.outlier.Outliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachersTest {
    private static final LabelledImages LEARNING = Patterns.images(300, 1);
    private static final List<DataSet.Source> DATA = List.of(new DataSet.Source("patterns", "0"));

    @TempDir
    private Path folder;

    @Test
    void theirOpinionIsTheMeanOfTheirProbabilities() throws IOException {
        Checkpoint knowing = trained("knowing", "few", 8, new Teachers(List.of()));
        Path one = model(knowing);
        float[] pixels = LEARNING.values(4);
        float[] logits = Scoring.logits(Networks.named("tiny", 28, 28, 3), knowing.average(), pixels);
        try (Teachers alone = new Teachers(List.of(one)); Teachers twice = new Teachers(List.of(one, one))) {
            float[] opinion = alone.probabilities(pixels, 28, 28, 3);
            float[] same = twice.probabilities(pixels, 28, 28, 3);
            for (int i = 0; i < opinion.length; i++) {
                int first = i / 3 * 3;
                double sum = Math.exp(logits[first]) + Math.exp(logits[first + 1]) + Math.exp(logits[first + 2]);
                assertEquals(Math.exp(logits[i]) / sum, opinion[i], 1e-4);
                assertEquals(opinion[i], same[i], 1e-6);
            }
        }
    }

    @Test
    void aPupilLearnsFromThemWhereTheLabelsLie() throws IOException {
        Path teacher = model(trained("teacher", "few", 20, new Teachers(List.of())));
        try (Teachers teachers = new Teachers(List.of(teacher))) {
            int[] shifted = new int[LEARNING.size()];
            for (int i = 0; i < shifted.length; i++) {
                shifted[i] = (LEARNING.labels()[i] + 1) % 3;
            }
            LabelledImages lying = new LabelledImages(28, 28, LEARNING.pixels(), shifted, LEARNING.names());
            RunDescription description = new RunDescription("tiny", Patterns.NAMES, 28, 28, "wary", 60, 1, 60, DATA, null);
            Checkpoint pupil = new TrainingRun(folder.resolve("pupil"), description, lying, Patterns.images(60, 2),
                    new Outliers(lying, null), teachers, Progress.SILENT).train(null);
            int errors = pupil.history().get(59).errors();
            assertTrue(errors < 20, errors + " of 60 wrong, though the teachers, with the larger say, know better");
        }
    }

    @Test
    void teachersOfOtherLabelsOrPicturesAreRefused() throws IOException {
        Path file = model(trained("few", "few", 1, new Teachers(List.of())));
        RunDescription two = new RunDescription(
                "tiny", List.of("lying", "standing"), 28, 28, "wary", 1, 1, 60, DATA, null);
        RunDescription large = new RunDescription("tiny", Patterns.NAMES, 32, 32, "wary", 1, 1, 60, DATA, null);
        try (Teachers teachers = new Teachers(List.of(file))) {
            for (RunDescription other : List.of(two, large)) {
                UserError error = assertThrows(UserError.class, () -> new TrainingRun(folder.resolve("pupil"), other,
                        LEARNING, LEARNING, new Outliers(LEARNING, null), teachers, Progress.SILENT));
                assertTrue(error.getMessage().startsWith("a teacher takes pictures of 28 x 28 and knows 3 labels"),
                        error.getMessage());
            }
        }
    }

    private Checkpoint trained(String name, String recipe, int epochs, Teachers teachers) throws IOException {
        RunDescription description = new RunDescription("tiny", Patterns.NAMES, 28, 28, recipe, epochs, 1, 60, DATA, null);
        return new TrainingRun(folder.resolve(name), description, LEARNING, Patterns.images(60, 2),
                new Outliers(LEARNING, null), teachers, Progress.SILENT).train(null);
    }

    private Path model(Checkpoint trained) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, Networks.named("tiny", 28, 28, 3).export(trained.average(), 0.5).toByteArray());
        return file;
    }
}
