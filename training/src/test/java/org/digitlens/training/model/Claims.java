package org.digitlens.training.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.digitlens.training.data.DataFolder;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.DrawnLarge;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.Mnist;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.data.Omniglot;
import org.digitlens.training.linear.LinearSoftmax;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.measure.Reliability;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.ParameterSet;

/**
 * What a model's {@code manifest.json} and {@code report.json} claim, each held against what the files say and what is
 * measured again. A claim that cannot be measured, such as one on a set that nobody knows, is wrong, unless the data sets
 * are not there at all. A set is scored once for all claims on it.
 */
final class Claims {
    static final String TEST = Mnist.NAME + " test";
    static final String NOTE = TEST + ", on which nothing was chosen";
    /** Where the other sets lie in the data folder, which names them. */
    private static final Map<String, String> FOLDERS = Map.of("USPS test", "usps");
    private static final String ZIP = "omniglot/non_digits.zip";
    private static final String STRANGERS =
            "Omniglot: " + String.join(", ", Omniglot.HELD_BACK.stream().sorted().toList());

    private static final double ROUNDING = 1.01e-4;
    /** Of 10,000 test pictures and 960 others: processors that round otherwise may move one or two across a threshold. */
    private static final int FEW = 2;
    private static final double TWO_KNOWN = 2.01e-4;
    private static final double TWO_OTHERS = 2.2e-3;

    /** What is read once for all models. */
    private static final Map<String, Object> READ = new HashMap<>();

    private final ModelFolder folder;
    private final Manifest manifest;
    private final Manifest.Measured claimed;
    private final Report report;
    private Scores known;

    Claims(ModelFolder folder) {
        this.folder = folder;
        manifest = folder.manifest();
        claimed = manifest.measured();
        report = folder.report();
    }

    /** The size of the file and of the network, which need no data. */
    void size() throws IOException {
        assertEquals(Files.size(folder.model()), claimed.bytes(), "bytes of model.onnx");
        ModelProto file = ModelProto.parseFrom(Files.readAllBytes(folder.model()));
        if (manifest.training().network().equals(LinearSoftmax.NAME)) {
            long learned = shapes(file).values().stream().mapToLong(Claims::product).filter(values -> values > 1).sum();
            assertEquals(learned, claimed.parameters(), "learned values");
        } else {
            Network network = Networks.named(manifest.training().network(), 28, 28, manifest.labels().size());
            assertEquals(network.size(), claimed.parameters(), "learned values of " + network.name());
            assertEquals(shapes(untrained(network)), shapes(file), "the file's constants are those of " + network.name());
        }
        TensorProto temperature = file.getGraph().getInitializerList().stream()
                .filter(constant -> constant.getName().equals("temperature")).findFirst().orElseThrow();
        assertEquals((float) manifest.calibration().temperature(), temperature.getFloatData(0), "temperature");
    }

    private static ModelProto untrained(Network network) throws IOException {
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet initial = ParameterSet.initial(manager, network.parameters(), 1)) {
            return ModelProto.parseFrom(network.export(initial.snapshot(), 1).toByteArray());
        }
    }

    /** The constants of floats, by name. */
    private static Map<String, List<Long>> shapes(ModelProto file) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        file.getGraph().getInitializerList().stream()
                .filter(constant -> constant.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .forEach(constant -> shapes.put(constant.getName(), constant.getDimsList()));
        return shapes;
    }

    private static long product(List<Long> shape) {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** Nothing is claimed of pictures, or all that belongs together; and every epoch has its entry. */
    void completeness() {
        if (report.learning() != null) {
            assertEquals(manifest.training().epochs(), report.learning().size(), "epochs in report.json");
        }
        if (claimed.accuracy() == null) {
            assertNull(claimed.errors(), "errors without an accuracy");
            assertNull(claimed.interval95(), "an interval without an accuracy");
            assertNull(claimed.images(), "images without an accuracy");
            assertNull(claimed.correctedAccuracy(), "a corrected accuracy without an accuracy");
            assertNull(claimed.calibrationError(), "a calibration error without an accuracy");
            assertNull(claimed.kept(), "a share kept without an accuracy");
            assertNull(claimed.sets(), "other sets without an accuracy");
            assertNull(claimed.refusal(), "refusals without an accuracy");
            assertNull(report.confusion(), "a confusion matrix without an accuracy");
            assertNull(report.reliability(), "reliability without an accuracy");
        } else {
            assertNotNull(claimed.interval95(), "an accuracy without its interval");
            assertNotNull(claimed.errors(), "an accuracy without errors");
            assertNotNull(claimed.images(), "an accuracy without images");
            assertNotNull(claimed.calibrationError(), "an accuracy without a calibration error");
            assertNotNull(claimed.kept(), "an accuracy without the share kept");
            assertNotNull(report.confusion(), "an accuracy without a confusion matrix");
            assertNotNull(report.reliability(), "an accuracy without reliability");
        }
        assertEquals(claimed.refusal() == null, report.refusal() == null,
                "refusals are in both of manifest.json and report.json, or in none");
    }

    /** The files learned from are those that are there. */
    void trainingData() {
        data("");
        List<DataSet.Source> files = once("training files",
                () -> DataFolder.at(data("mnist")).training().sources());
        DataSet.Source zip = once("zip", () -> DataSet.Source.of("non_digits.zip", data(ZIP)));
        List<DataSet.Source> data = manifest.training().data();
        assertTrue(data.size() >= 2, "files learned from: " + data);
        assertEquals(files, data.subList(0, 2), "files learned from");
        data.subList(2, data.size()).forEach(file -> assertEquals(zip, file, "file learned from"));
    }

    /** Everything on the test set. */
    void testSet() {
        if (claimed.accuracy() == null) {
            return;
        }
        Scores scores = known();
        assertEquals(NOTE, claimed.note(), "note");
        try (Measurement measurement = new Measurement(folder)) {
            Evaluation found = measurement.evaluate(scores, test());
            assertEquals(claimed.errors(), found.errors(), "pictures read wrong");
            assertEquals(claimed.images(), found.images(), "pictures");
            assertEquals(claimed.accuracy(), found.accuracy(), "accuracy");
            assertArrayEquals(claimed.interval95(), found.interval95(), ROUNDING, "interval");
            assertNotNull(claimed.correctedAccuracy(), "accuracy without disputed labels");
            assertEquals(claimed.correctedAccuracy(), found.correctedAccuracy(), ROUNDING, "without disputed labels");
            assertEquals(claimed.calibrationError(), found.calibrationError(), ROUNDING, "calibration error");
            assertEquals(claimed.kept(), found.kept(), TWO_KNOWN, "share kept");
            assertEquals(TEST, report.confusion().set(), "set of the confusion matrix");
            assertArrayEquals(scores.confusion(), report.confusion().counts(), "confusion matrix of report.json");
            assertEquals(TEST, report.reliability().set(), "set of the reliability");
            bins(measurement.reliability(scores, TEST).bins(), report.reliability().bins());
        }
    }

    private static void bins(List<Reliability.Bin> found, List<Reliability.Bin> told) {
        assertEquals(found.size(), told.size(), "bins of the reliability in report.json");
        for (int i = 0; i < found.size(); i++) {
            Reliability.Bin bin = found.get(i);
            Reliability.Bin other = told.get(i);
            String which = "reliability in report.json, bin " + i + ": ";
            assertEquals(bin.from(), other.from(), ROUNDING, which + "from");
            assertEquals(bin.to(), other.to(), ROUNDING, which + "to");
            assertEquals(bin.count(), other.count(), FEW, which + "pictures");
            if (bin.count() == 0 || other.count() == 0) {
                assertEquals(other.count() == 0, other.confidence() == null && other.accuracy() == null, which + other);
            } else {
                double tolerance = ROUNDING + (bin.count() == other.count() ? 0 : (double) FEW / bin.count());
                assertEquals(bin.confidence(), other.confidence(), tolerance, which + "confidence");
                assertEquals(bin.accuracy(), other.accuracy(), tolerance, which + "accuracy");
            }
        }
    }

    /** Other hands' pictures. */
    void otherSet(Manifest.OtherSet set) {
        data("");
        String place = FOLDERS.get(set.name());
        assertNotNull(place, "nobody told where " + set.name() + " lies");
        DrawnLarge drawn = once(set.name() + manifest.labels(),
                () -> DrawnLarge.of(DataFolder.other(data(place), manifest.labels()).test().images()));
        try (Measurement measurement = new Measurement(folder)) {
            Evaluation found = measurement.evaluate(drawn);
            assertEquals(set.errors(), found.errors(), "pictures read wrong");
            assertEquals(set.images(), found.images(), "pictures");
            assertEquals(set.accuracy(), found.accuracy(), "accuracy");
            assertArrayEquals(set.interval95(), found.interval95(), ROUNDING, "interval");
        }
    }

    /** What is none of the labels. */
    void refusal() {
        Manifest.Refusal refusal = claimed.refusal();
        if (refusal == null) {
            return;
        }
        data("");
        assertEquals(STRANGERS, refusal.set(), "nobody told where this set lies");
        LabelledImages strangers = once("strangers " + manifest.labels(), () -> NonDigits.read(data(ZIP),
                manifest.labels(), entry -> Omniglot.HELD_BACK.contains(Omniglot.alphabet(entry))));
        try (Measurement measurement = new Measurement(folder)) {
            Refusal found = measurement.refusal(known(), measurement.strangers(strangers));
            Manifest.Refusal summary = measurement.summary(found, STRANGERS);
            assertEquals(refusal.pictures(), summary.pictures(), "pictures");
            assertEquals(refusal.refused(), summary.refused(), TWO_OTHERS, "refused by the threshold");
            assertEquals(refusal.refusedAt99(), summary.refusedAt99(), TWO_OTHERS, "refused keeping 99 %");
            assertEquals(STRANGERS, report.refusal().set(), "set of the curve in report.json");
            assertEquals(summary.pictures(), report.refusal().pictures(), "pictures of the curve in report.json");
            assertEquals(TEST, report.refusal().digits(), "the digits of the curve in report.json");
            curve(found.curve(), report.refusal().curve());
        }
    }

    private static void curve(List<Refusal.Point> found, List<Refusal.Point> told) {
        assertEquals(found.size(), told.size(), "points of the curve in report.json");
        for (int i = 0; i < found.size(); i++) {
            String which = "refused in report.json, point " + i;
            assertEquals(found.get(i).kept(), told.get(i).kept(), 1e-9, which);
            // Where the threshold is that of one picture, another rounding of it moves all that lies beside it.
            assertEquals(found.get(i).refused(), told.get(i).refused(), TWO_OTHERS, which);
        }
    }

    private Scores known() {
        if (known == null) {
            try (Measurement measurement = new Measurement(folder)) {
                known = measurement.scores(test().images());
            }
        }
        return known;
    }

    private static DataSet test() {
        return once(TEST, () -> DataFolder.at(data("mnist")).test());
    }

    /** Something that is read. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    @SuppressWarnings("unchecked")
    private static <T> T once(String what, Reading<T> reading) {
        synchronized (READ) {
            if (!READ.containsKey(what)) {
                try {
                    READ.put(what, reading.read());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return (T) READ.get(what);
        }
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
