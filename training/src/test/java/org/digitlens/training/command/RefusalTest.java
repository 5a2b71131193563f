package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped model of digits before drawn digits, which it should keep, and drawn letters, which it should refuse. */
class RefusalTest {
    private static final Path SHIPPED = Path.of("../models/digits");

    @TempDir
    private Path place;

    private final Tool tool = new Tool();
    private ModelFolder model;
    private String data;

    @BeforeEach
    void copyTheModelAndDrawDigits() throws IOException {
        Path copy = Files.createDirectories(place.resolve("models/digits"));
        Files.copy(SHIPPED.resolve("model.onnx"), copy.resolve("model.onnx"));
        Files.copy(SHIPPED.resolve("manifest.json"), copy.resolve("manifest.json"));
        model = new ModelFolder(copy);
        data = place.resolve("digits").toString();
        tool.runs("draw", "--signs", "digits", "--to", data, "--count", "500");
    }

    @Test
    void measuresTheAlphabetsThatTrainingHoldsBackWhereThereAreSome() throws IOException {
        Path zip = zip("characters.zip", "Balinese", "Greek", "Korean");
        String printed = tool.runs(evaluate(zip, "--record"));
        assertTrue(printed.contains("Omniglot: Balinese, Greek, 12 pictures: the threshold refuses "), printed);
        assertTrue(printed.contains("  Balinese, 6 pictures: ") && printed.contains("  Greek, 6 pictures: "), printed);
        assertFalse(printed.contains("Korean"), printed);
        assertTrue(printed.contains("other scores, keeping 99 %: the energy would refuse "), printed);
        Manifest.Refusal recorded = model.manifest().measured().refusal();
        assertEquals("Omniglot: Balinese, Greek", recorded.set());
        assertEquals(12, recorded.pictures());
        assertTrue(recorded.refused() >= 0 && recorded.refused() <= 1, recorded.toString());
        Report.Refusal report = model.report().refusal();
        assertEquals("digits test", report.digits());
        assertTrue(report.curve().get(0).refused() >= report.curve().get(report.curve().size() - 1).refused());
        assertEquals(10, model.report().confusion().counts().length);
        assertEquals(100, model.manifest().measured().images());
    }

    @Test
    void measuresTheFoldersThatAreNamed() throws IOException {
        String printed = tool.runs(evaluate(zip("characters.zip", "Balinese", "Greek", "Korean"), "--alphabets", "Korean"));
        assertTrue(printed.contains("Omniglot: Korean, 6 pictures: "), printed);
    }

    @Test
    void measuresAllFoldersOfAnotherZip() throws IOException {
        String printed = tool.runs(evaluate(zip("marks.zip", "arrows", "stars")));
        assertTrue(printed.contains("marks: arrows, stars, 12 pictures: "), printed);
    }

    @Test
    void recordsNothingUnlessAsked() throws IOException {
        String before = Files.readString(model.path().resolve("manifest.json"));
        tool.runs(evaluate(zip("marks.zip", "arrows")));
        assertEquals(before, Files.readString(model.path().resolve("manifest.json")));
        assertFalse(Files.exists(model.path().resolve("report.json")));
    }

    @Test
    void tellsOfAFolderThatIsNotThereAndOfAFileThatIsNoZip() throws IOException {
        tool.complains("has the folders [Greek], not all of [Klingon]", evaluate(zip("marks.zip", "Greek"), "--alphabets", "Klingon"));
        Path text = Files.writeString(place.resolve("text.zip"), "no zip");
        tool.complains("cannot read " + text, evaluate(text));
        tool.complains("cannot read " + place.resolve("absent.zip"), evaluate(place.resolve("absent.zip")));
    }

    @Test
    void tellsOfADataSetWithOtherLabels() {
        String letters = place.resolve("letters").toString();
        tool.runs("draw", "--to", letters, "--count", "60");
        tool.complains("the model knows [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], the data set [A, B, E, H, K, X]",
                "evaluate", "--model", model.path().toString(), "--data", letters, "--set", "test");
        tool.complains("no folder", "evaluate", "--model", model.path().toString(), "--data", data, "--set", "test",
                "--also", "USPS=" + place.resolve("absent"));
    }

    private String[] evaluate(Path zip, String... more) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--model", model.path().toString(), "--data",
                data, "--set", "test", "--non-digits", zip.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** A zip with six letters as PNG files in each folder. */
    private Path zip(String name, String... folders) throws IOException {
        Path zip = place.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String folder : folders) {
                for (int i = 0; i < 6; i++) {
                    out.putNextEntry(new ZipEntry(folder + "/character0" + i + "/1.png"));
                    out.write(InkPainter.canvas(105).png(Ink.letters().get(3 * i)));
                }
            }
        }
        return zip;
    }
}
