package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing assumes ten digits: from six letters drawn as strokes to a model, its figures and its page. */
class LettersTest {
    @TempDir
    private Path place;

    private final Tool tool = new Tool();

    @Test
    void aModelOfSixLettersIsLearnedMeasuredAndReported() throws Exception {
        String data = place.resolve("letters").toString();
        String run = place.resolve("run").toString();
        Path models = place.resolve("models");
        String model = models.resolve("letters").toString();
        assertTrue(tool.runs("draw", "--to", data, "--count", "900").contains("A B E H K X"));
        tool.runs("train", "--network", "tiny", "--recipe", "few", "--epochs", "6", "--data", data, "--run", run);
        tool.runs("export", "--run", run, "--to", model, "--title", "Six letters", "--data", data);
        // Its own test pictures again, in the place of other hands.
        tool.runs("evaluate", "--model", model, "--data", data, "--set", "test", "--record", "--also", "redrawn=" + data);

        ModelFolder folder = new ModelFolder(Path.of(model));
        Manifest manifest = folder.manifest();
        Report report = folder.report();
        assertEquals(List.of("A", "B", "E", "H", "K", "X"), manifest.labels());
        Report.Epoch last = report.learning().get(5);
        assertEquals(150, last.images());
        assertTrue(last.errors() < 0.03 * last.images(), report.learning().toString());
        assertEquals(180, manifest.measured().images());
        assertTrue(manifest.measured().accuracy() > 0.97, "accuracy " + manifest.measured().accuracy());
        assertNull(manifest.measured().correctedAccuracy(), "no letter's label is known to be disputed");
        assertEquals("redrawn test", manifest.measured().sets().get(0).name());
        assertTrue(manifest.measured().sets().get(0).accuracy() > 0.95, manifest.measured().sets().toString());
        assertEquals(180, sum(report.confusion().counts()));
        assertEquals("letters test", report.reliability().set());

        String golden = Files.readString(folder.path().resolve("golden.json"));
        assertTrue(golden.contains("\"A pointed\"") && !golden.contains("\"7 "), "golden inputs are of its own labels");

        Path pages = place.resolve("docs");
        String table = tool.runs("compare", "--models", models.toString(), "--to", pages.toString());
        assertTrue(table.contains("| [letters](letters/report.md) |"), table);
        String page = Files.readString(pages.resolve("letters/report.md"));
        assertTrue(page.startsWith("# Six letters (`letters`)"), page);
        assertFalse(page.contains("disputed"), page);
        assertTrue(page.contains("\n./digitlens-train train --network tiny --recipe few --epochs 6 --seed 1 --data letters\n"
                + "./digitlens-train export --run runs/tiny-few-1 --data letters --to ../models/letters\n"), page);
        for (String chart : List.of("error-latency.png", "letters/learning-curves.png", "letters/confusion.png",
                "letters/reliability.png")) {
            BufferedImage image = ImageIO.read(pages.resolve(chart).toFile());
            assertEquals(1280, image.getWidth(), chart);
            assertEquals(0xffffffff, image.getRGB(0, image.getHeight() - 1), chart + " is on white paper");
        }
    }

    private static int sum(int[][] counts) {
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }
}
