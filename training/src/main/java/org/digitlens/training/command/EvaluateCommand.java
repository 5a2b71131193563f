package org.digitlens.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataFolder;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.Mnist;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.measure.Calibration;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: an exported model on labelled pictures. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures an exported model. Make every choice on the held out pictures; the test set is for"
                + " reporting, once for each model that is released.")
final class EvaluateCommand implements Callable<Integer> {

    /** Which pictures. */
    enum Part {
        validation, test
    }

    @Option(names = "--model", paramLabel = "DIR", required = true, description = "the model's folder")
    private Path model;

    @Option(names = "--set", paramLabel = "PART", defaultValue = "validation",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Part part;

    @Option(names = "--record", description = "write the figures into the model's manifest")
    private boolean record;

    @Option(names = "--non-digits", paramLabel = "ZIP",
            description = "instead: a zip of PNG files that are none of the labels; tells how many are refused")
    private Path nonDigits;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ModelFolder folder = new ModelFolder(model);
        Manifest manifest = folder.manifest();
        Calibration calibration =
                new Calibration(manifest.calibration().temperature(), manifest.calibration().threshold());
        try (OnnxClassifier classifier = new OnnxClassifier(folder.model())) {
            if (nonDigits != null) {
                refuse(classifier, calibration, manifest);
            } else {
                measure(folder, manifest, classifier, calibration);
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void measure(ModelFolder folder, Manifest manifest, OnnxClassifier classifier, Calibration calibration)
            throws IOException {
        DataSet pictures = pictures();
        LabelledImages images = pictures.images();
        if (!images.names().equals(manifest.labels())) {
            throw new UserError("the model knows " + manifest.labels() + ", the data set " + images.names());
        }
        Scores scores = classifier.scores(images);
        Evaluation evaluation = Evaluation.of(scores, calibration, Mnist.disputed(pictures));
        print(scores, evaluation);
        if (record) {
            folder.write(manifest.with(recorded(manifest.measured(), evaluation)));
        }
    }

    private DataSet pictures() {
        DataFolder folder = data.folder();
        if (part == Part.test) {
            return folder.test();
        }
        DataSet training = folder.training();
        return new DataSet(training.images().select(DataOptions.split(training).validation()), training.sources());
    }

    private void print(Scores scores, Evaluation e) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%d of %,d wrong: %.2f %% right (95 %%: %.2f to %.2f %%)%n", e.errors(), e.images(),
                100 * e.accuracy(), 100 * e.interval95()[0], 100 * e.interval95()[1]);
        out.printf(Locale.ROOT, "without disputed labels %.2f %% right; expected calibration error %.2f %%; the threshold"
                + " keeps %.2f %%%n", 100 * e.correctedAccuracy(), 100 * e.calibrationError(), 100 * e.kept());
        out.println("wrong: " + IntStream.range(0, scores.size()).filter(i -> !scores.right(i))
                .mapToObj(i -> i + " (" + scores.actual()[i] + " as " + scores.predicted(i) + ")")
                .collect(Collectors.joining(", ")));
    }

    private Manifest.Measured recorded(Manifest.Measured known, Evaluation e) {
        String note = part == Part.test
                ? "the test set was read once, after all choices"
                : "on the held out images that calibration was chosen on, not on a test set";
        return new Manifest.Measured(e.accuracy(), e.interval95(), e.errors(), e.images(), e.correctedAccuracy(),
                e.calibrationError(), e.kept(), known.sets(), known.refusal(), known.parameters(), known.bytes(),
                known.latencyMicros(), note);
    }

    private void refuse(OnnxClassifier classifier, Calibration calibration, Manifest manifest) {
        Scores scores = classifier.scores(NonDigits.read(nonDigits, manifest.labels(), entry -> true));
        spec.commandLine().getOut().printf(Locale.ROOT, "the threshold %.4f refuses %.1f %% of %,d pictures%n",
                calibration.threshold(), 100 * (1 - calibration.kept(scores)), scores.size());
    }
}
