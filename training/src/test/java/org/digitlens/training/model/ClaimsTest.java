package org.digitlens.training.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitlens.training.data.DataFolder;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.Mnist;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.data.Omniglot;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.measure.Scores;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Measures again what every manifest under {@code models/} claims. Needs the data sets, in the folder that the system
 * property {@code digitlens.data} names or where the tool looks for them: {@code mnist/}, {@code usps/},
 * {@code omniglot/non_digits.zip}. What is not there is skipped, and the test says so.
 */
class ClaimsTest {
    private static final Path MODELS = Path.of("../models");
    private static final Map<String, String> FOLDERS = Map.of("USPS test", "usps");
    private static final double ROUNDING = 1.01e-4;
    /** Of 10,000 test pictures and 960 others: processors that round otherwise may move one or two across a threshold. */
    private static final double TWO_KNOWN = 2.01e-4;
    private static final double TWO_OTHERS = 2.2e-3;

    @TestFactory
    Stream<DynamicNode> everyModelIsAsGoodAsItsManifestClaims() {
        return ModelFolder.in(MODELS).stream().map(folder -> dynamicContainer(folder.name(), claims(folder)));
    }

    private static Stream<DynamicTest> claims(ModelFolder folder) {
        Manifest.Measured claimed = folder.manifest().measured();
        return Stream.concat(
                Stream.of(dynamicTest("its test set", () -> testSet(folder, claimed)),
                        dynamicTest("what it refuses", () -> refusal(folder, claimed.refusal()))),
                Stream.ofNullable(claimed.sets()).flatMap(sets -> sets.stream())
                        .map(set -> dynamicTest(set.name(), () -> otherSet(folder, set))));
    }

    private static void testSet(ModelFolder folder, Manifest.Measured claimed) {
        assumeTrue(claimed.accuracy() != null, "the manifest claims no accuracy");
        DataSet set = mnist(folder);
        try (Measurement measurement = new Measurement(folder)) {
            Scores scores = measurement.scores(set.images());
            Evaluation found = measurement.evaluate(scores, set);
            assertEquals(claimed.errors(), found.errors(), "pictures read wrong");
            assertEquals(claimed.images(), found.images());
            assertEquals(claimed.accuracy(), found.accuracy());
            assertArrayEquals(claimed.interval95(), found.interval95(), ROUNDING);
            assertEquals(claimed.correctedAccuracy(), found.correctedAccuracy(), ROUNDING);
            assertEquals(claimed.calibrationError(), found.calibrationError(), ROUNDING, "calibration error");
            if (claimed.kept() != null) {
                assertEquals(claimed.kept(), found.kept(), TWO_KNOWN, "share kept");
            }
            Report.Confusion confusion = folder.report().confusion();
            if (confusion != null) {
                assertArrayEquals(confusion.counts(), scores.confusion(), "confusion matrix of report.json");
            }
        }
    }

    private static void otherSet(ModelFolder folder, Manifest.OtherSet claimed) {
        String place = FOLDERS.get(claimed.name());
        assumeTrue(place != null, "nobody told where " + claimed.name() + " lies");
        Path data = data(place);
        try (Measurement measurement = new Measurement(folder)) {
            Evaluation found = measurement.evaluateDrawnLarge(
                    DataFolder.other(data, measurement.manifest().labels()).test().images());
            assertEquals(claimed.errors(), found.errors(), "pictures read wrong");
            assertEquals(claimed.images(), found.images());
            assertEquals(claimed.accuracy(), found.accuracy());
            assertArrayEquals(claimed.interval95(), found.interval95(), ROUNDING);
        }
    }

    private static void refusal(ModelFolder folder, Manifest.Refusal claimed) {
        assumeTrue(claimed != null, "the manifest claims no refusals");
        assumeTrue(claimed.set().equals("Omniglot: " + String.join(", ", Omniglot.HELD_BACK.stream().sorted().toList())),
                "nobody told where " + claimed.set() + " lies");
        Path zip = data("omniglot/non_digits.zip");
        try (Measurement measurement = new Measurement(folder)) {
            Scores known = measurement.scores(mnist(folder).images());
            Scores others = measurement.strangers(NonDigits.read(zip, measurement.manifest().labels(),
                    entry -> Omniglot.HELD_BACK.contains(Omniglot.alphabet(entry))));
            Refusal refusal = measurement.refusal(known, others);
            Manifest.Refusal found = measurement.summary(refusal, claimed.set());
            assertEquals(claimed.pictures(), found.pictures());
            assertEquals(claimed.refused(), found.refused(), TWO_OTHERS, "refused by the threshold");
            assertEquals(claimed.refusedAt99(), found.refusedAt99(), TWO_OTHERS, "refused keeping 99 %");
        }
    }

    private static DataSet mnist(ModelFolder folder) {
        assumeTrue(folder.manifest().training().data().get(0).name().startsWith(Mnist.NAME + " "),
                "was not trained on MNIST");
        return DataFolder.at(data("mnist")).test();
    }

    /** A place in the data folder; where it is not there, the test is skipped. */
    private static Path data(String place) {
        Optional<Path> root = Optional.ofNullable(System.getProperty("digitlens.data")).map(Path::of)
                .or(DataFolder::usual);
        Path path = root.orElse(Path.of("../shared/data")).resolve(place);
        assumeTrue(Files.exists(path), "there is no " + path.toAbsolutePath().normalize()
                + "; name the folder with the data sets by -Ddigitlens.data=DIR");
        return path;
    }
}
