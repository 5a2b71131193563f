package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitlens.training.Patterns;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainingToolTest {
    @TempDir
    private Path place;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void goesFromADataSetOfOnesOwnToAMeasuredModel() {
        String data = Patterns.folder(place.resolve("data"), 360, 60).toString();
        String run = place.resolve("run").toString();
        String model = place.resolve("models/patterns").toString();
        assertEquals(0, tool("train", "--network", "tiny", "--recipe", "few", "--epochs", "6", "--data", data,
                "--run", run));
        assertTrue(out.toString().contains("300 pictures to learn, 60 held out"), out.toString());
        assertTrue(out.toString().contains("epoch 6/6"), out.toString());
        assertEquals(0, tool("export", "--run", run, "--to", model, "--title", "Patterns", "--data", data), err.toString());
        assertEquals(0, tool("evaluate", "--model", model, "--set", "test", "--record", "--data", data), err.toString());
        Manifest manifest = new ModelFolder(Path.of(model)).manifest();
        assertEquals(Patterns.NAMES, manifest.labels());
        assertEquals(60, manifest.measured().images());
        assertTrue(manifest.measured().accuracy() > 0.8, out.toString());
        assertEquals(0, tool("train", "--network", "tiny", "--recipe", "few", "--epochs", "1", "--data", data,
                "--run", place.resolve("tuned").toString(), "--from", run), err.toString());
    }

    @Test
    void tellsOfAWrongFolderInOneLine() {
        assertComplains("no folder", "train", "--data", place.resolve("absent").toString());
        assertComplains("no checkpoint", "export", "--run", place.toString(), "--to", place.toString());
        assertComplains("no model in", "evaluate", "--model", place.toString());
    }

    @Test
    void tellsOfAnUnknownNetworkOrRecipe() {
        String data = Patterns.folder(place.resolve("data"), 12, 6).toString();
        assertComplains("unknown network", "train", "--network", "huge", "--data", data);
        assertComplains("unknown recipe", "train", "--recipe", "secret", "--data", data);
        assertComplains("at least 1", "train", "--epochs", "0", "--data", data);
    }

    @Test
    void tellsOfAPlaceThatCannotBeWritten() throws IOException {
        String data = Patterns.folder(place.resolve("data"), 12, 6).toString();
        Path file = Files.createFile(place.resolve("file"));
        assertComplains("cannot read or write", "train", "--network", "tiny", "--data", data,
                "--run", file.resolve("run").toString());
    }

    @Test
    void helpsWithEachCommand() {
        assertEquals(0, tool("help"));
        for (String command : new String[] {"train", "export", "evaluate"}) {
            assertTrue(out.toString().contains(command));
            assertEquals(0, tool(command, "--help"));
        }
        assertTrue(out.toString().contains("--data=DIR"));
    }

    private void assertComplains(String expected, String... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(1, tool(arguments));
        assertTrue(err.toString().contains(expected), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(err.toString().contains("Exception:"), err.toString());
    }

    private int tool(String... arguments) {
        CommandLine tool = TrainingTool.commandLine();
        tool.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return tool.execute(arguments);
    }
}
