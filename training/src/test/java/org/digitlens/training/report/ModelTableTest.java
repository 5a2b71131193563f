package org.digitlens.training.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTableTest {
    private static final Manifest.Measured UNREAD =
            new Manifest.Measured(null, null, null, null, null, null, null, null, null, 1234, 56_789, 43, "no test set was read");
    private static final Manifest.Measured READ = UNREAD.with(
            new Evaluation(0.9965, new double[] {0.9951, 0.9975}, 35, 10_000, 0.9973, 0.0012, 0.9903), "MNIST test, on which nothing was chosen");

    @TempDir
    private Path models;

    @Test
    void putsTheDefaultModelFirstThenTheBestAndLastTheUnmeasured() throws IOException {
        write("classic", UNREAD);
        write("better", READ.with(new Evaluation(0.998, new double[] {0.9969, 0.9987}, 20, 10_000, 0.998, 0.001, 0.99), ""));
        write("digits", READ);
        write("worse", READ.with(new Evaluation(0.9, new double[] {0.894, 0.906}, 1000, 10_000, 0.9, 0.01, 0.99), ""));
        assertEquals(List.of("digits", "better", "worse", "classic"),
                ModelTable.ordered(ModelFolder.in(models)).stream().map(ModelFolder::name).toList());
    }

    @Test
    void tellsEveryFigure() throws IOException {
        write("digits", READ
                .with(new Manifest.OtherSet("USPS test", 0.986, new double[] {0.9798, 0.9903}, 28, 2007))
                .with(new Manifest.Refusal("Omniglot: Balinese, Greek", 960, 0.931, 0.9444)));
        assertTrue(table().contains("| [digits](digits/report.md) | 99.65 % (99.51–99.75) | 35 of 10,000 | 99.73 % | 0.12 % |"
                + " 99.03 % | 98.60 % (97.98–99.03) | 93.1 % | 94.4 % | 1,234 | 57 | 43 | MNIST, 2026-01-02 |"
                + " `train --network tiny --seed 1` |\n"), table());
        assertTrue(table().contains("share of 960 pictures of Omniglot: Balinese, Greek that"), table());
    }

    @Test
    void leavesOutWhatIsNotKnown() throws IOException {
        write("digits", UNREAD);
        assertTrue(table().contains("| [digits](digits/report.md) | – | – | – | – | – | – | – | 1,234 |"), table());
        assertTrue(!table().contains("!["), "a chart of nothing");
    }

    @Test
    void aPageTellsWhatIsTakenForWhat() {
        Manifest manifest = manifest("digits", READ);
        Report report = new Report(null, new Report.Confusion("MNIST test", new int[][] {{5, 1, 0}, {0, 4, 3}, {0, 0, 6}}), null,
                new Report.Refusal("x", 1, "MNIST test", List.of(new Refusal.Point(1, 0))));
        String page = ModelPage.markdown(manifest, report, Set.of(Charts.CONFUSION));
        assertTrue(page.contains("Most often: 1 as 2 (3), 0 as 1 (1)."), page);
        assertTrue(page.contains("![Confusion matrix of MNIST test](confusion.png)"), page);
        assertTrue(!page.contains("reliability.png"), page);
    }

    @Test
    void aPageGivesTheCommandsOfAModelThatHasAPilot() {
        Manifest without = manifest("digits", READ);
        Manifest.Training t = without.training();
        Manifest.Training training = new Manifest.Training(t.data(), t.split(), 3, t.epochs(), "wary", "conv8-152k", null,
                "digits-pilot", "train --network conv8-152k --recipe wary --epochs 24 --seed 3 --all --outliers non_digits.zip",
                t.libraries(), t.duration(), t.date());
        Manifest manifest = new Manifest(without.name(), "", "", without.labels(), without.input(), without.outputs(),
                without.calibration(), training, without.measured(), without.licence());
        String page = ModelPage.markdown(manifest, new Report(null, null, null, null), Set.of());
        assertTrue(page.contains("""
                ```sh
                ./digitlens-train train --network conv8-152k --recipe wary --epochs 24 --seed 3 --outliers non_digits.zip
                ./digitlens-train export --run runs/conv8-152k-wary-3 --to runs/digits-pilot
                ./digitlens-train train --network conv8-152k --recipe wary --epochs 24 --seed 3 --all --outliers non_digits.zip
                ./digitlens-train export --run runs/conv8-152k-wary-3-all --pilot runs/digits-pilot --to ../models/digits
                ```
                """), page);
    }

    private String table() {
        return ModelTable.markdown(ModelFolder.in(models), false);
    }

    private void write(String name, Manifest.Measured measured) throws IOException {
        new ModelFolder(models.resolve(name)).write(manifest(name, measured));
    }

    private static Manifest manifest(String name, Manifest.Measured measured) {
        return new Manifest(name, "Title", "", List.of("0", "1", "2"),
                new Manifest.Input("image", List.of(1L, 28L, 28L), List.of(0, 255), "bright ink on dark"),
                new Manifest.Outputs("probabilities", "logits", List.of(), null),
                new Manifest.Calibration(1, 0.5, "10 images"),
                new Manifest.Training(List.of(new DataSet.Source("MNIST train-images-idx3-ubyte", "00ff")), "none", 1, 2, "few",
                        "tiny", null, null, "train --network tiny --seed 1", Map.of("java", "17"), "PT1S", "2026-01-02"),
                measured, "Apache-2.0");
    }
}
