package org.digitlens.training.model;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.digitlens.training.UserError;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/**
 * Measures again what every manifest and report under {@code models/} claims. Sizes are checked always; the rest needs the
 * data sets, in the folder that the system property {@code digitlens.data} names or where the tool looks for them:
 * {@code mnist/}, {@code usps/}, {@code omniglot/non_digits.zip}. What is not there is skipped, and the test says so.
 */
class ClaimsTest {
    private static final Path MODELS = Path.of("../models");

    @TempDir
    private Path place;

    @TestFactory
    Stream<DynamicNode> everyModelIsAsGoodAsItsManifestClaims() {
        List<ModelFolder> models = ModelFolder.in(MODELS);
        assertTrue(!models.isEmpty(), "no models in " + MODELS);
        return models.stream().map(folder -> dynamicContainer(folder.name(), claims(folder)));
    }

    private static Stream<DynamicTest> claims(ModelFolder folder) {
        Claims claims = new Claims(folder);
        List<Manifest.OtherSet> sets = folder.manifest().measured().sets();
        return Stream.concat(
                Stream.of(dynamicTest("its size", claims::size), dynamicTest("what belongs together", claims::completeness),
                        dynamicTest("what it learned from", claims::trainingData),
                        dynamicTest("its test set", claims::testSet),
                        dynamicTest("what it refuses", claims::refusal)),
                Stream.ofNullable(sets).flatMap(List::stream)
                        .map(set -> dynamicTest(set.name(), () -> claims.otherSet(set))));
    }

    /** One figure or name of a good model, changed: each must be found. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            manifest | "parameters": \\d+                     | "parameters": 7151
            manifest | "bytes": \\d+                          | "bytes": 30853
            manifest | "temperature": [\\d.]+                 | "temperature": 1.0106
            manifest | "threshold": [\\d.]+                   | "threshold": 0.6
            manifest | "epochs": 10(?=.*"recipe": "g)         | "epochs": 11
            manifest | "errors": \\d+(?=.*"kept")             | "errors": 7
            manifest | "accuracy": [\\d.]+(?=.*"kept")        | "accuracy": 0.99
            manifest | "correctedAccuracy": [\\d.]+,          | ~~
            manifest | "correctedAccuracy": [\\d.]+           | "correctedAccuracy": 0.99
            manifest | "calibrationError": [\\d.]+            | "calibrationError": 0.001
            manifest | "kept": [\\d.]+                        | "kept": 0.999
            manifest | "note": "MNIST                         | "note": "Secret
            manifest | "name": "MNIST train-images            | "name": "Secret train-images
            manifest | "sha256": "ba89                        | "sha256": "0000
            manifest | "name": "USPS test"                    | "name": "Secret test"
            manifest | "errors": \\d+(?=[^}]*"images": 2007)  | "errors": 3
            manifest | "set": "Omniglot: Balinese, Greek"     | "set": "Secret"
            manifest | "refused": [\\d.]+                     | "refused": 0.9
            manifest | "refusedAt99": [\\d.]+                 | "refusedAt99": 0.9
            report   | "confusion": \\{.*?\\},                | ~~
            report   | "counts": \\[ \\[ 9                    | "counts": [ [ 8
            report   | "reliability": \\{.*\\](?=.*"refusal") | "reliability": {"set": "MNIST test", "bins": []
            report   | "reliability"                          | "reliabilities"
            report   | "refusal"                              | "refusals"
            report   | "count": 108                           | "count": 118
            report   | "accuracy": 0.4286                     | "accuracy": 0.9286
            report   | "confidence": 0.3068                   | "confidence": 0.2868
            report   | "refused": 0\\.\\d+                    | "refused": 0.99
            report   | "set": "MNIST test"                    | "set": "Secret"
            """)
    void aChangedClaimIsFound(String file, String pattern, String other) throws IOException {
        String network = pattern.contains("recipe") ? "lenet" : "softmax";
        for (String name : List.of("model.onnx", "manifest.json", "report.json")) {
            Files.copy(MODELS.resolve(network).resolve(name), place.resolve(name));
        }
        Path changed = place.resolve(file + ".json");
        String before = Files.readString(changed);
        String after = before.replaceFirst("(?s)" + pattern, other);
        assertNotEquals(before, after);
        Files.writeString(changed, after);
        Throwable found = assertThrows(Throwable.class, () -> all(new ModelFolder(place)));
        assumeFalse(found instanceof TestAbortedException, found.getMessage());
        assertTrue(found instanceof AssertionError || found instanceof UserError, found.toString());
    }

    private static void all(ModelFolder folder) throws Throwable {
        Claims claims = new Claims(folder);
        List<Executable> checks = List.of(claims::size, claims::completeness, claims::trainingData, claims::testSet,
                claims::refusal, () -> claims.otherSet(folder.manifest().measured().sets().get(0)));
        for (Executable check : checks) {
            check.execute();
        }
    }
}
