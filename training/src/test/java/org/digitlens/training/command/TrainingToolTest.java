package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitlens.training.Patterns;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingToolTest {
    @TempDir
    private Path place;

    private final Tool tool = new Tool();

    @Test
    void goesFromADataSetOfOnesOwnToAMeasuredModel() {
        String data = Patterns.folder(place.resolve("data"), 360, 60).toString();
        String run = place.resolve("run").toString();
        String model = place.resolve("models/patterns").toString();
        String learned = tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "6", "--data", data,
                "--run", run);
        assertTrue(learned.contains("300 pictures to learn, 60 held out"), learned);
        assertTrue(learned.contains("epoch 6/6"), learned);
        tool.runs("export", "--run", run, "--to", model, "--title", "Patterns", "--data", data);
        String measured = tool.runs("evaluate", "--model", model, "--set", "test", "--record", "--data", data);
        Manifest manifest = new ModelFolder(Path.of(model)).manifest();
        assertEquals(Patterns.NAMES, manifest.labels());
        assertEquals(60, manifest.measured().images());
        assertTrue(manifest.measured().accuracy() > 0.8, measured);
        assertEquals("data test, on which nothing was chosen", manifest.measured().note());
        tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "1", "--data", data,
                "--run", place.resolve("tuned").toString(), "--from", run);
    }

    @Test
    void aRunOnAllPicturesIsExportedWithAPilotOnly() {
        String data = Patterns.folder(place.resolve("data"), 180, 30).toString();
        String pilotRun = place.resolve("pilot-run").toString();
        String allRun = place.resolve("all-run").toString();
        String pilot = place.resolve("models/pilot").toString();
        String model = place.resolve("models/patterns").toString();
        tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "1", "--data", data, "--run", pilotRun);
        tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "1", "--data", data, "--run", allRun, "--all");
        tool.complains("held out nothing to choose a temperature and a threshold on: name with --pilot",
                "export", "--run", allRun, "--to", model, "--data", data);
        tool.complains("no model in", "export", "--run", allRun, "--to", model, "--data", data, "--pilot", pilot);
        tool.runs("export", "--run", pilotRun, "--to", pilot, "--data", data);
        tool.complains("needs no --pilot", "export", "--run", pilotRun, "--to", pilot, "--data", data, "--pilot", pilot);
        tool.runs("export", "--run", allRun, "--to", model, "--data", data, "--pilot", pilot);
        Manifest manifest = new ModelFolder(Path.of(model)).manifest();
        assertEquals("pilot", manifest.training().pilot());
        assertEquals("none held out: learned from all 180 images of the training files", manifest.training().split());
        assertEquals(new ModelFolder(Path.of(pilot)).manifest().calibration().threshold(),
                manifest.calibration().threshold());
        tool.complains("learned from all training pictures, so none were held out to measure it on",
                "evaluate", "--model", model, "--data", data);
    }

    @Test
    void tellsOfAWrongFolderInOneLine() {
        tool.complains("no folder", "train", "--data", place.resolve("absent").toString());
        tool.complains("no checkpoint", "export", "--run", place.toString(), "--to", place.toString());
        tool.complains("no model in", "evaluate", "--model", place.toString());
        tool.complains("no model in", "compare", "--models", place.toString(), "--to", place.toString());
        tool.complains("no folder", "compare", "--models", place.resolve("absent").toString());
    }

    @Test
    void tellsOfAnUnknownNetworkOrRecipe() {
        String data = Patterns.folder(place.resolve("data"), 12, 6).toString();
        tool.complains("unknown network", "train", "--network", "huge", "--data", data);
        tool.complains("unknown recipe", "train", "--recipe", "secret", "--data", data);
        tool.complains("at least 1", "train", "--epochs", "0", "--data", data);
    }

    @Test
    void tellsOfFiguresThatWouldNotBeATestSets() {
        tool.complains("--record writes what the test set says: give --set test with it",
                "evaluate", "--model", place.toString(), "--record");
    }

    @Test
    void tellsOfTooFewPicturesToDraw() {
        tool.complains("--count must be at least 60, ten pictures a label, not 59",
                "draw", "--to", place.resolve("letters").toString(), "--count", "59");
    }

    @Test
    void tellsOfAPlaceThatCannotBeWritten() throws IOException {
        String data = Patterns.folder(place.resolve("data"), 12, 6).toString();
        Path file = Files.createFile(place.resolve("file"));
        tool.complains("cannot read or write", "train", "--network", "tiny", "--data", data,
                "--run", file.resolve("run").toString());
    }

    @Test
    void tellsWhatItDoesNotUnderstand() {
        tool.misunderstands("Unmatched argument", "train", "fast");
        tool.misunderstands("Missing required option: '--model=DIR'", "evaluate");
        tool.misunderstands("'--seed': 'one' is not a long", "train", "--seed", "one");
        tool.misunderstands("--non-digits=ZIP", "evaluate", "--model", "m", "--alphabets", "Greek");
        tool.misunderstands("expected one of [validation, test]", "evaluate", "--model", "m", "--set", "training");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draw", "train", "export", "evaluate", "compare"})
    void helpsWithEachCommand(String command) {
        assertTrue(tool.runs("help").contains("  " + command + " "), tool.runs("help"));
        String help = tool.runs(command, "--help");
        assertTrue(help.startsWith("Usage: digitlens-train " + command), help);
        assertEquals(help, tool.runs("help", command));
    }

    @Test
    void namesTheNetworksAndRecipesThereAre() {
        String help = tool.runs("train", "--help");
        assertTrue(help.contains("conv8-152k") && help.contains("standard"), help);
    }
}
