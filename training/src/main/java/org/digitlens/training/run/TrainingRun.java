package org.digitlens.training.run;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitlens.training.UserError;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.Normalise;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;
import org.digitlens.training.outlier.Outliers;

/**
 * One training of one network, in a folder of its own: {@code checkpoint.bin}, replaced after each epoch, and
 * {@code log.csv}. The same description gives the same weights, killed and resumed or not.
 */
public final class TrainingRun {
    private final Path folder;
    private final RunDescription description;
    private final Recipe recipe;
    private final Network network;
    private final LabelledImages learning;
    private final LabelledImages validation;
    private final Outliers outliers;
    private final Teachers teachers;
    private final Progress progress;

    /**
     * A run.
     *
     * @param validation pictures to count errors on after each epoch; may be none
     * @param outliers where pictures of no label come from
     * @param teachers models to learn from as well; may be none
     * @throws UserError when a teacher takes other pictures, or knows another number of labels
     */
    public TrainingRun(Path folder, RunDescription description, LabelledImages learning, LabelledImages validation,
            Outliers outliers, Teachers teachers, Progress progress) {
        this.folder = folder;
        this.description = description;
        this.learning = learning;
        this.validation = validation;
        this.outliers = outliers;
        this.teachers = teachers;
        this.progress = progress;
        teachers.requireFit(description.height(), description.width(), description.labels().size());
        recipe = Recipes.named(description.recipe()).withEpochs(description.epochs());
        network = Networks.named(
                description.network(), description.height(), description.width(), description.labels().size());
    }

    /**
     * A run that starts at the network's initial weights, or at the given ones, or where its folder's checkpoint stands.
     *
     * @param start averaged weights of another run, or null
     * @throws UserError when the checkpoint is of another run
     */
    private Checkpoint start(Weights start) {
        return Checkpoint.of(folder, description).orElseGet(() -> {
            Weights weights = start == null ? initial() : start;
            return new Checkpoint(description, List.of(), weights, Descent.still(network.parameters()), weights);
        });
    }

    private Weights initial() {
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters =
                        ParameterSet.initial(manager, network.parameters(), Seeds.of(description.seed(), 0))) {
            Map<String, float[]> values = new LinkedHashMap<>();
            Weights random = parameters.snapshot();
            random.names().forEach(name -> values.put(name, random.get(name)));
            values.replace(Normalise.MEAN, new float[] {(float) learning.mean()});
            values.replace(Normalise.DEVIATION, new float[] {(float) learning.deviation()});
            return new Weights(values);
        }
    }

    /**
     * Trains the epochs that are left and returns the state at the end.
     *
     * @param start averaged weights to begin with instead of random ones, or null; only for a run that has not begun
     */
    public Checkpoint train(Weights start) throws IOException {
        Files.createDirectories(folder);
        Checkpoint state = start(start);
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters = ParameterSet.of(manager, network.parameters(), state.parameters());
                Descent descent = new Descent(manager, parameters, recipe, state.velocity(), state.average())) {
            parameters.trainable();
            for (int epoch = state.history().size(); epoch < recipe.epochs(); epoch++) {
                long began = System.nanoTime();
                double loss = epoch(epoch, manager, parameters, descent);
                requireFinite(epoch + 1, loss);
                int errors = validation.size() == 0 ? 0 : Scoring.of(network, descent.average(), validation).errors();
                EpochResult result = new EpochResult(
                        epoch + 1, loss, errors, validation.size(), (System.nanoTime() - began) / 1e9);
                List<EpochResult> history = new ArrayList<>(state.history());
                history.add(result);
                state = new Checkpoint(
                        description, history, parameters.snapshot(), descent.velocity(), descent.average());
                state.save(folder);
                progress.epoch(result, recipe.epochs());
            }
        }
        return state;
    }

    /** @throws UserError when an epoch's loss is no number, from which no later epoch comes back */
    static void requireFinite(int epoch, double loss) {
        if (!Double.isFinite(loss)) {
            throw new UserError("epoch " + epoch + " ended with a loss of " + loss + ", so it was not saved: the run has"
                    + " diverged; another seed, a gentler recipe or other starting weights may help");
        }
    }

    /** One pass over the pictures; returns the mean loss. */
    private double epoch(int epoch, NDManager manager, ParameterSet parameters, Descent descent) {
        long seed = Seeds.of(description.seed(), 1, epoch);
        Engine.getInstance().setRandomSeed((int) seed);
        int steps = Batches.count(learning.size(), recipe.batch());
        long began = System.nanoTime();
        double sum = 0;
        try (Batches batches = new Batches(learning, outliers, teachers, recipe, epoch, seed)) {
            for (int step = 0; step < steps; step++) {
                sum += gradients(batches.next(), manager, parameters);
                long overall = (long) epoch * steps + step;
                descent.step(recipe.rateAt((double) overall / ((long) recipe.epochs() * steps)), overall);
                double perStep = (System.nanoTime() - began) / 1e9 / (step + 1);
                long left = (long) recipe.epochs() * steps - overall - 1;
                progress.step(epoch + 1, recipe.epochs(), (step + 1.0) / steps, sum / (step + 1),
                        Duration.ofMillis((long) (1000 * perStep * left)));
            }
        }
        return sum / steps;
    }

    /** Computes the gradients of one batch's loss, and returns the loss: cross entropy with the targets. */
    private double gradients(Batches.Batch batch, NDManager manager, ParameterSet parameters) {
        int labels = description.labels().size();
        int size = batch.targets().length / labels;
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray images = scratch.create(batch.pixels(), new Shape(size).addAll(network.input()));
            NDArray targets = scratch.create(batch.targets(), new Shape(size, labels));
            NDArray logits = network.forward(images, parameters, true, description.half());
            NDArray loss = logits.logSoftmax(1).mul(targets).sum().neg().div(size);
            collector.backward(loss);
            return loss.getFloat();
        }
    }
}
