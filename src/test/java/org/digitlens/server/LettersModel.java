package org.digitlens.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A model of the letters A, B, E, H, K and X that this test run makes by the training tool, as anybody would: draws a data
 * set, learns it, exports and measures the model. Takes some seconds, and once the time to build the tool.
 */
final class LettersModel {

    static final String NAME = "letters";

    private static final Path PLACE = Path.of("target/letters").toAbsolutePath();
    private static final int PATIENCE_MINUTES = 15;
    private static Path made;

    private LettersModel() {
    }

    /** The model's folder, made at the first call. */
    static synchronized Path folder() {
        if (made == null) {
            made = make();
        }
        return made;
    }

    private static Path make() {
        try {
            empty(PLACE);
            Files.createDirectories(PLACE);
            Path model = PLACE.resolve("models").resolve(NAME);
            String data = PLACE.resolve(NAME).toString();
            String run = PLACE.resolve("run").toString();
            tool("draw", "--signs", "letters", "--to", data, "--count", "900");
            tool("train", "--network", "tiny", "--recipe", "few", "--epochs", "6", "--data", data, "--run", run);
            tool("export", "--run", run, "--data", data, "--to", model.toString(), "--title", "Six letters");
            tool("evaluate", "--model", model.toString(), "--data", data, "--set", "test", "--record");
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void tool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of("training/digitlens-train").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path log = PLACE.resolve(arguments[0] + ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after " + PATIENCE_MINUTES + " minutes: " + command + "\n" + Files.readString(log));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("failed: " + command + "\n" + Files.readString(log));
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
