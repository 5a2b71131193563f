package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed gives the same file, byte for byte, in another process and after a kill. */
class ReproducibilityTest {
    private static final int EPOCHS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path place;

    private final Tool tool = new Tool();
    private String data;

    @BeforeEach
    void draw() {
        data = place.resolve("digits").toString();
        tool.runs("draw", "--signs", "digits", "--to", data, "--count", "240");
    }

    @Test
    void theSameSeedGivesTheSameFileKilledAndResumedOrNot() throws Exception {
        tool.runs(train("here"));
        byte[] here = exported("here");

        Process whole = started("elsewhere");
        assertTrue(whole.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "still running");
        assertArrayEquals(here, exported("elsewhere"));

        Process killed = started("killed");
        awaitAnEpoch("killed", killed);
        killed.destroyForcibly().waitFor();
        tool.complains("of " + EPOCHS + " epochs; the same train command goes on with it", export("killed"));
        tool.runs(train("killed"));
        assertArrayEquals(here, exported("killed"));
    }

    private String[] train(String run) {
        return new String[] {"train", "--network", "tiny", "--recipe", "few", "--epochs", String.valueOf(EPOCHS), "--seed",
            "7", "--data", data, "--run", place.resolve(run).toString()};
    }

    private String[] export(String run) {
        return new String[] {"export", "--run", place.resolve(run).toString(), "--data", data, "--to",
            place.resolve("models").resolve(run).toString()};
    }

    private byte[] exported(String run) throws IOException {
        tool.runs(export(run));
        return Files.readAllBytes(new ModelFolder(place.resolve("models").resolve(run)).model());
    }

    /** In a process of its own, as the launcher starts it. */
    private Process started(String run) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), TrainingTool.class.getName()));
        command.addAll(List.of(train(run)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(place.resolve(run + ".txt").toFile());
        builder.environment().put("GOMP_SPINCOUNT", "0");
        return builder.start();
    }

    private void awaitAnEpoch(String run, Process process) throws IOException, InterruptedException {
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (finished(run) == 0) {
            assertTrue(process.isAlive() && Instant.now().isBefore(giveUp),
                    "no epoch: " + Files.readString(place.resolve(run + ".txt")));
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Epochs in the log of a run, which is written after the checkpoint. */
    private int finished(String run) throws IOException {
        Path log = place.resolve(run).resolve("log.csv");
        return Files.exists(log) ? Math.max(0, (int) Files.readString(log).lines().count() - 1) : 0;
    }
}
