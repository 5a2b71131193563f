package org.digitlens.training.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.model.ModelExport;
import org.digitlens.training.network.Weights;
import org.digitlens.training.outlier.Outliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {
    private static final LabelledImages LEARNING = Patterns.images(400, 1);
    private static final LabelledImages VALIDATION = Patterns.images(60, 2);

    @TempDir
    private Path folder;

    @Test
    void eachMachineLearnsToMakeItsInputsUpAgain() throws IOException {
        List<EpochResult> epochs = pretraining("a", description("dbn", 30, 1), Progress.SILENT).train().history();
        assertEquals(30, epochs.size());
        for (int machine = 0; machine < 3; machine++) {
            double first = epochs.get(10 * machine).loss();
            double last = epochs.get(10 * machine + 9).loss();
            assertTrue(last < 0.8 * first, "machine " + machine + ": from " + first + " to " + last);
        }
    }

    @Test
    void aMachineLeavesTheOthersAlone() throws IOException {
        Weights one = pretraining("a", description("dbn", 3, 1), Progress.SILENT).train().average();
        assertThrows(Killed.class, () -> pretraining("b", description("dbn", 3, 1), new KilledIn(2)).train());
        Weights half = Checkpoint.read(Checkpoint.in(folder.resolve("b"))).average();
        assertArrayEquals(one.get("dense1.weight"), half.get("dense1.weight"));
        assertFalse(Arrays.equals(one.get("dense2.weight"), half.get("dense2.weight")));
        assertArrayEquals(one.get("logits.weight"), half.get("logits.weight"));
    }

    @Test
    void killedAndResumedEndsWhereAnUninterruptedRunDoes() throws IOException {
        Checkpoint whole = pretraining("whole", description("dbn", 6, 1), Progress.SILENT).train();
        assertThrows(Killed.class, () -> pretraining("killed", description("dbn", 6, 1), new KilledIn(4)).train());
        assertEquals(3, Checkpoint.read(Checkpoint.in(folder.resolve("killed"))).history().size());
        Checkpoint resumed = pretraining("killed", description("dbn", 6, 1), Progress.SILENT).train();
        assertSame(whole.parameters(), resumed.parameters());
        assertSame(whole.velocity(), resumed.velocity());
        assertSame(whole.average(), resumed.average());
    }

    @Test
    void theSeedDecides() throws IOException {
        Weights one = pretraining("one", description("dbn", 3, 1), Progress.SILENT).train().average();
        Weights again = pretraining("again", description("dbn", 3, 1), Progress.SILENT).train().average();
        Weights two = pretraining("two", description("dbn", 3, 2), Progress.SILENT).train().average();
        assertSame(one, again);
        assertFalse(Arrays.equals(one.get("dense1.weight"), two.get("dense1.weight")));
    }

    @Test
    void fineTuningStartsFromTheMachinesWeights() throws IOException {
        Weights pretrained = pretraining("machines", description("dbn", 3, 1), Progress.SILENT).train().average();
        RunDescription tuning = RunDescription.of("dbn", LEARNING, "few", 1, 1, VALIDATION.size(), sources());
        try (Teachers none = new Teachers(List.of())) {
            Checkpoint tuned = new TrainingRun(folder.resolve("tuned"), tuning, LEARNING, VALIDATION,
                    new Outliers(LEARNING, null), none, Progress.SILENT).train(pretrained);
            double moved = distance(pretrained.get("dense1.weight"), tuned.parameters().get("dense1.weight"));
            double length = distance(pretrained.get("dense1.weight"), new float[144 * 784]);
            assertTrue(moved > 0 && moved < 0.3 * length, "moved " + moved + " of " + length);
        }
    }

    @Test
    void refusesWhatCannotBePreTrainedOrExported() throws IOException {
        UserError network = assertThrows(UserError.class,
                () -> pretraining("a", description("dense", 3, 1), Progress.SILENT));
        assertTrue(network.getMessage().contains("dense has no layers of sigmoid units"), network.getMessage());
        Checkpoint pretrained = pretraining("b", description("dbn", 3, 1), Progress.SILENT).train();
        UserError export = assertThrows(UserError.class, () -> new ModelExport(pretrained, Clock.systemUTC()));
        assertTrue(export.getMessage().contains("train --from"), export.getMessage());
        Pretraining other = pretraining("b", description("dbn", 6, 1), Progress.SILENT);
        assertTrue(assertThrows(UserError.class, other::train).getMessage().contains("holds another run"));
    }

    private Pretraining pretraining(String name, RunDescription description, Progress progress) {
        return new Pretraining(folder.resolve(name), description, LEARNING, progress);
    }

    private static RunDescription description(String network, int epochs, long seed) {
        return RunDescription.of(network, LEARNING, Pretraining.RECIPE, epochs, seed, VALIDATION.size(), sources());
    }

    private static List<DataSet.Source> sources() {
        return List.of(new DataSet.Source("patterns", "0"));
    }

    private static void assertSame(Weights expected, Weights found) {
        assertEquals(expected.names(), found.names());
        expected.names().forEach(name -> assertArrayEquals(expected.get(name), found.get(name), name));
    }

    private static double distance(float[] a, float[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record KilledIn(int fatal) implements Progress {
        @Override
        public void step(int epoch, int epochs, double done, double loss, Duration left) {
            if (epoch == fatal) {
                throw new Killed();
            }
        }
    }
}
