package org.digitlens.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataFolder;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.Measurement;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Report;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: an exported model on labelled pictures, on other hands', and on what is none of its labels. */
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

    @Option(names = "--record",
            description = "write the figures into the model's manifest.json and report.json; only with --set test")
    private boolean record;

    @Option(names = "--also", paramLabel = "NAME=DIR",
            description = "measure the test files of another labelled set too, pictures of any size, drawn large and read"
                    + " as the application reads an upload; may be given several times")
    private Map<String, Path> others = new LinkedHashMap<>();

    @ArgGroup(exclusive = false)
    private StrangerOptions strangers;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (record && part != Part.test) {
            throw new UserError("--record writes what the test set says: give --set test with it");
        }
        ModelFolder folder = new ModelFolder(model);
        try (Measurement measurement = new Measurement(folder)) {
            measure(folder, measurement);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void measure(ModelFolder folder, Measurement measurement) throws IOException {
        if (part == Part.validation && measurement.manifest().training().pilot() != null) {
            throw new UserError(folder.name() + " learned from all training pictures, so none were held out to measure it on:"
                    + " give --set test, or measure its pilot " + measurement.manifest().training().pilot());
        }
        DataSet pictures = pictures();
        String set = pictures.name() + (part == Part.test ? " test" : " held out");
        Scores scores = measurement.scores(pictures.images());
        Evaluation evaluation = measurement.evaluate(scores, pictures);
        print(set, evaluation);
        printErrors(scores, evaluation);
        Manifest.Measured measured = measurement.manifest().measured()
                .with(evaluation, set + ", on which nothing was chosen");
        Report report = folder.report()
                .with(measurement.confusion(scores, set), measurement.reliability(scores, set));
        for (Map.Entry<String, Path> other : others.entrySet()) {
            measured = measured.with(measured(other.getKey() + " test", other.getValue(), measurement));
        }
        if (strangers != null) {
            Strangers found = strangers.read(measurement);
            Refusal refusal = measurement.refusal(scores, found.scores());
            Manifest.Refusal summary = measurement.summary(refusal, found.name());
            found.print(spec.commandLine().getOut(), measurement, scores, refusal, summary, set);
            measured = measured.with(summary);
            report = report.with(new Report.Refusal(found.name(), summary.pictures(), set, refusal.curve()));
        }
        if (record) {
            folder.write(report);
            folder.write(measurement.manifest().with(measured));
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

    private Manifest.OtherSet measured(String name, Path folder, Measurement measurement) {
        DataSet other = DataFolder.other(folder, measurement.manifest().labels()).test();
        Evaluation e = measurement.evaluateDrawnLarge(other.images());
        print(name + ", drawn large", e);
        return new Manifest.OtherSet(name, e.accuracy(), e.interval95(), e.errors(), e.images());
    }

    private void print(String set, Evaluation e) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%s: %d of %,d wrong: %.2f %% right (95 %%: %.2f to %.2f %%);"
                + " expected calibration error %.2f %%; the threshold keeps %.2f %%%n", set, e.errors(), e.images(),
                100 * e.accuracy(), 100 * e.interval95()[0], 100 * e.interval95()[1], 100 * e.calibrationError(),
                100 * e.kept());
    }

    private void printErrors(Scores scores, Evaluation e) {
        PrintWriter out = spec.commandLine().getOut();
        if (e.correctedAccuracy() != null) {
            out.printf(Locale.ROOT, "without disputed labels: %.2f %% right%n", 100 * e.correctedAccuracy());
        }
        if (scores.errors() == 0) {
            return;
        }
        out.println("wrong: " + IntStream.range(0, scores.size()).filter(i -> !scores.right(i))
                .mapToObj(i -> i + " (" + scores.actual()[i] + " as " + scores.predicted(i) + ")")
                .collect(Collectors.joining(", ")));
    }
}
