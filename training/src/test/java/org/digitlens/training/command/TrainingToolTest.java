package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitlens.training.Patterns;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void tellsOfADataSetWithoutPictures() throws IOException {
        Path data = Patterns.folder(place.resolve("data"), 12, 6);
        Files.write(data.resolve("train-images-idx3-ubyte"), Patterns.idx(new byte[0], 0, 28, 28));
        Files.write(data.resolve("train-labels-idx1-ubyte"), Patterns.idx(new byte[0], 0));
        tool.complains("holds nothing: its header says [0, 28, 28]", "train", "--network", "tiny", "--data", data.toString());
    }

    @Test
    void tellsOfATeacherOfOtherLabels() {
        tool.complains("knows [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], the data set [lying, standing, frame]", "train", "--network",
                "tiny", "--data", Patterns.folder(place.resolve("data"), 12, 6).toString(), "--teacher", "../models/softmax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"name\": \"patterns\", \"training\": {}}", "{", ""})
    void tellsOfAManifestThatIsNone(String manifest) throws IOException {
        Path model = Files.createDirectories(place.resolve("models/broken"));
        Files.writeString(model.resolve("manifest.json"), manifest);
        tool.complains("manifest.json", "evaluate", "--model", model.toString());
        tool.complains("manifest.json", "compare", "--models", place.resolve("models").toString(), "--to",
                place.resolve("docs").toString());
        tool.complains("manifest.json", "compare", "--time", "--models", place.resolve("models").toString(), "--to",
                place.resolve("docs").toString());
        String data = Patterns.folder(place.resolve("data"), 12, 6).toString();
        String run = place.resolve("run").toString();
        tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "1", "--all", "--data", data, "--run", run);
        tool.complains("manifest.json", "export", "--run", run, "--to", place.resolve("models/new").toString(), "--data",
                data, "--pilot", model.toString());
        assertFalse(Files.exists(place.resolve("models/new")));
    }

    /** The header's length and content, and what follows: a count, a name's length, the name, a number of values. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "-1 | {} | its header should have -1 bytes",
        "2147483647 | {} | its header should have 2147483647 bytes",
        "2 | {} | its header does not tell of a run",
        "4 | null | its header does not tell of a run",
        "17 | {\"run\":{\"seed\":1}} | cannot read",
        "0 | ~~ | cannot read",
        "-2 | GOOD | w should have 2147483647 values",
        "-3 | GOOD | w should have -1 values",
        "-4 | GOOD | it ends too early"})
    void tellsOfABrokenCheckpoint(int kind, String content, String expected) throws IOException {
        String header = content.equals("GOOD") ? "{\"run\":{\"network\":\"tiny\",\"labels\":[\"a\",\"b\"],\"height\":28,"
                + "\"width\":28,\"recipe\":\"few\",\"epochs\":1,\"seed\":1,\"heldOut\":1,"
                + "\"data\":[{\"name\":\"d\",\"sha256\":\"0\"}]},\"history\":[]}" : content;
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(place.resolve("checkpoint.bin")))) {
            out.writeInt(0x444C4350);
            out.writeInt(1);
            out.writeInt(content.equals("GOOD") ? header.length() : kind);
            out.write(header.getBytes(StandardCharsets.UTF_8));
            if (kind == -2 || kind == -3) {
                out.writeInt(1);
                out.writeUTF("w");
                out.writeInt(kind == -2 ? Integer.MAX_VALUE : -1);
            }
        }
        tool.complains(expected, "export", "--run", place.toString(), "--to", place.resolve("m").toString());
        tool.complains(expected, "train", "--network", "tiny", "--run", place.toString(), "--data",
                Patterns.folder(place.resolve("data"), 12, 6).toString());
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
