package org.digitlens.training.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.Weights;
import org.digitlens.training.outlier.Outliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
    private static final LabelledImages LEARNING = Patterns.images(300, 1);
    private static final LabelledImages VALIDATION = Patterns.images(60, 2);

    private static final List<DataSet.Source> DATA = List.of(new DataSet.Source("patterns", "0"));

    @TempDir
    private Path folder;

    @Test
    void learnsAndLogs() throws IOException {
        Checkpoint last = run("a", description(1, 8), Progress.SILENT).train(null);
        assertTrue(last.history().get(7).loss() < last.history().get(0).loss());
        assertTrue(last.history().get(7).errors() < 20, last.history().toString());
        List<String> log = Files.readAllLines(folder.resolve("a/log.csv"));
        assertEquals(9, log.size());
        assertTrue(log.get(8).startsWith("8,"), log.get(8));
    }

    @Test
    void killedAndResumedEndsWhereAnUninterruptedRunDoes() throws IOException {
        Checkpoint whole = run("whole", description(1, 3), Progress.SILENT).train(null);
        TrainingRun killed = run("killed", description(1, 3), new KilledIn(3));
        assertThrows(Killed.class, () -> killed.train(null));
        assertEquals(2, Checkpoint.read(Checkpoint.in(folder.resolve("killed"))).history().size());
        Checkpoint resumed = run("killed", description(1, 3), Progress.SILENT).train(null);
        assertSame(whole.parameters(), resumed.parameters());
        assertSame(whole.velocity(), resumed.velocity());
        assertSame(whole.average(), resumed.average());
    }

    @Test
    void theSeedDecides() throws IOException {
        Weights one = run("one", description(1, 1), Progress.SILENT).train(null).parameters();
        Weights two = run("two", description(2, 1), Progress.SILENT).train(null).parameters();
        assertFalse(Arrays.equals(one.get("conv1.weight"), two.get("conv1.weight")));
    }

    @Test
    void aFinishedRunIsReadNotRepeated() throws IOException {
        Checkpoint first = run("a", description(1, 1), Progress.SILENT).train(null);
        Checkpoint again = run("a", description(1, 1), new KilledIn(1)).train(null);
        assertSame(first.parameters(), again.parameters());
    }

    @Test
    void stopsAtALossThatIsNoNumberAndSavesNothing() throws IOException {
        Weights learned = run("a", description(1, 1), Progress.SILENT).train(null).average();
        Map<String, float[]> values = new LinkedHashMap<>();
        learned.names().forEach(name -> values.put(name, learned.get(name).clone()));
        values.get("conv1.weight")[0] = Float.NaN;
        TrainingRun diverging = run("b", description(1, 2), Progress.SILENT);
        UserError error = assertThrows(UserError.class, () -> diverging.train(new Weights(values)));
        assertTrue(error.getMessage().startsWith("epoch 1 ended with a loss of NaN"), error.getMessage());
        assertFalse(Files.exists(Checkpoint.in(folder.resolve("b"))));
    }

    @Test
    void refusesToGoOnAsAnotherRun() throws IOException {
        run("a", description(1, 1), Progress.SILENT).train(null);
        TrainingRun other = run("a", description(2, 1), Progress.SILENT);
        UserError error = assertThrows(UserError.class, () -> other.train(null));
        assertTrue(error.getMessage().contains("holds another run"), error.getMessage());
    }

    @Test
    void learnsInBfloat16WhatItLearnsInFloat32() throws IOException {
        double full = run("full", description(1, 4), Progress.SILENT).train(null).history().get(3).loss();
        RunDescription half = new RunDescription("tiny", Patterns.NAMES, 28, 28, "few", 4, 1, VALIDATION.size(), DATA, null,
                List.of(), List.of(), true);
        Checkpoint last = run("half", half, Progress.SILENT).train(null);
        assertEquals(full, last.history().get(3).loss(), 0.1 * full);
        assertNotEquals(full, last.history().get(3).loss());
        assertTrue(half.command().contains(" --bf16"), half.command());
    }

    @Test
    void learnsToDoubtWhatIsNoLabel() throws IOException {
        Outliers outliers = new Outliers(LEARNING, null);
        Checkpoint wary = run("wary", new RunDescription("tiny", Patterns.NAMES, 28, 28, "wary", 60, 1, VALIDATION.size(), DATA,
                null), Progress.SILENT).train(null);
        Checkpoint bold = run("bold", new RunDescription("tiny", Patterns.NAMES, 28, 28, "long", 60, 1, VALIDATION.size(), DATA,
                null), Progress.SILENT).train(null);
        assertTrue(doubts(wary, outliers) > doubts(bold, outliers) + 0.3,
                doubts(wary, outliers) + " of outliers are doubted by the wary, " + doubts(bold, outliers) + " by the bold");
    }

    /** Share of unseen outliers on which the strongest probability is below 0.7. */
    private static double doubts(Checkpoint trained, Outliers outliers) {
        int count = 200;
        float[] picture = new float[28 * 28];
        int doubted = 0;
        Network network = Networks.named("tiny", 28, 28, 3);
        for (int i = 0; i < count; i++) {
            outliers.draw(1_000_000 + i, picture);
            Scores scores = new Scores(3, Scoring.logits(network, trained.average(), picture), new int[1]);
            doubted += scores.confidence(0, 1) < 0.7 ? 1 : 0;
        }
        return (double) doubted / count;
    }

    @Test
    void learnsWithNothingHeldOut() throws IOException {
        RunDescription all = new RunDescription("tiny", Patterns.NAMES, 28, 28, "few", 1, 1, 0, DATA, null);
        Checkpoint last = new TrainingRun(folder.resolve("all"), all, LEARNING, VALIDATION.select(new int[0]),
                new Outliers(LEARNING, null), new Teachers(List.of()), Progress.SILENT).train(null);
        assertEquals(0, last.history().get(0).validation());
        assertTrue(all.command().contains("--all"), all.command());
    }

    @Test
    void refusesABrokenCheckpoint() throws IOException {
        Path file = folder.resolve("broken.bin");
        run("a", description(1, 1), Progress.SILENT).train(null);
        byte[] whole = Files.readAllBytes(Checkpoint.in(folder.resolve("a")));
        Files.write(file, Arrays.copyOf(whole, whole.length - 10));
        assertThrows(UserError.class, () -> Checkpoint.read(file));
        Files.writeString(file, "not a checkpoint");
        assertThrows(UserError.class, () -> Checkpoint.read(file));
    }

    private TrainingRun run(String name, RunDescription description, Progress progress) {
        return new TrainingRun(folder.resolve(name), description, LEARNING, VALIDATION, new Outliers(LEARNING, null),
                new Teachers(List.of()), progress);
    }

    private static RunDescription description(long seed, int epochs) {
        return new RunDescription("tiny", Patterns.NAMES, 28, 28, "few", epochs, seed, VALIDATION.size(), DATA, null);
    }

    private static void assertSame(Weights expected, Weights found) {
        assertEquals(expected.names(), found.names());
        expected.names().forEach(name -> assertArrayEquals(expected.get(name), found.get(name), name));
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
