package org.digitlens.training.model;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.Calibration;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.network.ExportedGraph;
import org.digitlens.training.network.Network;
import org.digitlens.training.run.Checkpoint;
import org.digitlens.training.run.RunDescription;

/** From a run to a model's folder: calibrates, writes the ONNX file, checks it, and writes what is known of it. */
public final class ModelExport {
    private static final int COMPARED = 1000;
    private static final int SIDE = 28;

    private final TrainedModel model;
    private final RunDescription run;
    private final Clock clock;

    /** What an export found out. */
    public record Result(Calibration calibration, double largestDifference, long latencyMicros) {}

    /** @throws UserError when the run's pictures are of a size that the application does not make */
    public ModelExport(Checkpoint checkpoint, Clock clock) {
        this(TrainedNetwork.of(checkpoint), clock);
    }

    /** @throws UserError when the model's pictures are of a size that the application does not make */
    public ModelExport(TrainedModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        run = model.run();
        if (run.height() != SIDE || run.width() != SIDE) {
            throw new UserError("the application makes pictures of 28 x 28, the run learned from " + run.width() + " x "
                    + run.height());
        }
    }

    /**
     * Exports a run that held out pictures, with a temperature and a threshold chosen on those.
     *
     * @param heldOut the pictures that the run held out
     * @param title as a person reads it
     * @throws UserError when the exported file does not compute what the network does; the folder is left as it was
     */
    public Result write(ModelFolder folder, LabelledImages heldOut, String title, String description)
            throws IOException {
        Scores scores = scores(heldOut);
        return write(folder, ChosenCalibration.on(scores), heldOut, scores, title, description);
    }

    /**
     * Exports a run that learned from all training pictures, with a pilot's temperature and threshold.
     *
     * @param pilot a model of the same network and recipe that held pictures out
     * @param learned all training pictures; the exported file is compared with the network on some
     * @throws UserError when the pilot is another kind of model, or the exported file does not compute what the network
     *     does; the folder is left as it was
     */
    public Result write(ModelFolder folder, Manifest pilot, LabelledImages learned, String title, String description)
            throws IOException {
        ChosenCalibration chosen = ChosenCalibration.of(pilot, run, learned);
        LabelledImages some = learned.select(IntStream.range(0, Math.min(COMPARED, learned.size())).toArray());
        return write(folder, chosen, some, scores(some), title, description);
    }

    private Result write(ModelFolder folder, ChosenCalibration chosen, LabelledImages images, Scores scores, String title,
            String description) throws IOException {
        ModelFolder draft = folder.draft();
        try {
            Result result = write(draft, folder.name(), chosen, images, scores, title, description);
            draft.moveInto(folder);
            return result;
        } finally {
            draft.delete();
        }
    }

    private Result write(ModelFolder draft, String name, ChosenCalibration chosen, LabelledImages images, Scores scores,
            String title, String description) throws IOException {
        Calibration calibration = chosen.calibration();
        ExportedGraph graph = model.export(calibration.temperature());
        byte[] onnx = graph.toByteArray();
        draft.writeModel(onnx);
        Golden golden = golden(calibration.temperature());
        draft.write(golden);
        draft.write(Report.learned(model.history()));
        try (OnnxClassifier exported = new OnnxClassifier(draft.model())) {
            double difference = check(exported, graph, scores, images, golden);
            long micros = Math.round(exported.latencyMicros(images.values(1), run.height(), run.width()));
            draft.write(new Manifest(name, title, description, run.labels(), input(), outputs(graph),
                    new Manifest.Calibration(calibration.temperature(), calibration.threshold(), chosen.chosenOn()),
                    training(chosen), Manifest.Measured.unread(model.size(), onnx.length, micros), "Apache-2.0"));
            return new Result(calibration, difference, micros);
        }
    }

    private double check(OnnxClassifier exported, ExportedGraph graph, Scores scores, LabelledImages images,
            Golden golden) {
        int compared = Math.min(COMPARED, images.size());
        ExportCheck check = new ExportCheck(exported, images.values(compared), run.height(), run.width());
        double difference = check.compare(Network.LOGITS, Arrays.copyOf(scores.logits(), compared * scores.labels()));
        graph.classActivation().ifPresent(check::explains);
        for (Golden.Case c : golden.inputs()) {
            float[] probabilities = new float[c.probabilities().length];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = (float) c.probabilities()[i];
            }
            new ExportCheck(exported, floats(c.image()), run.height(), run.width())
                    .compare(Network.PROBABILITIES, probabilities);
        }
        return difference;
    }

    private Golden golden(double temperature) {
        List<Golden.Case> cases = new ArrayList<>();
        for (Map.Entry<String, int[]> drawn : DrawnInputs.of(run.labels()).entrySet()) {
            float[] logits = model.logits(floats(drawn.getValue()));
            Scores scores = new Scores(logits.length, logits, new int[1]);
            double[] probabilities = new double[logits.length];
            for (int label = 0; label < probabilities.length; label++) {
                probabilities[label] = scores.probability(0, label, temperature);
            }
            cases.add(new Golden.Case(drawn.getKey(), drawn.getValue(), logits, probabilities));
        }
        return new Golden(cases);
    }

    private Manifest.Input input() {
        return new Manifest.Input(Network.IMAGE, List.of(1L, (long) run.height(), (long) run.width()), List.of(0, 255),
                "bright ink on dark");
    }

    private static Manifest.Outputs outputs(ExportedGraph graph) {
        List<Manifest.Layer> layers = graph.activations().stream()
                .map(a -> new Manifest.Layer(a.name(), a.shape().get(0), a.shape().get(1), a.shape().get(2))).toList();
        Optional<Manifest.ClassActivation> map = graph.classActivation()
                .map(m -> new Manifest.ClassActivation(m.name(), m.shape().get(1), m.shape().get(2), m.bias()));
        return new Manifest.Outputs(Network.PROBABILITIES, Network.LOGITS, layers, map.orElse(null));
    }

    private Manifest.Training training(ChosenCalibration chosen) {
        List<DataSet.Source> data = new ArrayList<>(run.data());
        data.addAll(run.outliers());
        List<String> teachers = run.teachers().isEmpty()
                ? null : run.teachers().stream().map(DataSet.Source::name).toList();
        return new Manifest.Training(data, chosen.split(), run.seed(), run.epochs(), run.recipe(), run.network(), teachers,
                chosen.pilot(), model.command(), Libraries.versions(),
                Duration.ofSeconds(Math.round(model.seconds())).toString(), LocalDate.now(clock).toString());
    }

    private Scores scores(LabelledImages images) {
        return new Scores(run.labels().size(), model.logits(images.values(images.size())), images.labels());
    }

    static float[] floats(int[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i];
        }
        return floats;
    }
}
