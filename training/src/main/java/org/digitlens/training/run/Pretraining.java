package org.digitlens.training.run;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.digitlens.training.UserError;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.network.Dense;
import org.digitlens.training.network.Layer;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.Nonlinearity;
import org.digitlens.training.network.Parameter;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;

/**
 * Pre-training of a deep belief network without labels: its layers of sigmoid units, first to last, each as a Boltzmann
 * machine on what the finished layers below make of the pictures. In a run's folder of its own, from whose weights a
 * {@link TrainingRun} starts. The same description gives the same weights, killed and resumed or not.
 *
 * <p>The checkpoint's average are the network's parameters, its other two also have what the machines need to go on.
 */
public final class Pretraining {
    /** In the description, where other runs have their recipe. */
    public static final String RECIPE = "contrastive-divergence";

    private static final int BATCH = 100;
    private static final double FIRST_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.9;

    private final Path folder;
    private final RunDescription description;
    private final Network network;
    private final LabelledImages learning;
    private final Progress progress;
    private final List<Integer> machines;

    /**
     * A pre-training.
     *
     * @param description its epochs are those of all layers together
     * @throws UserError when the network has no layers of sigmoid units
     */
    public Pretraining(Path folder, RunDescription description, LabelledImages learning, Progress progress) {
        this.folder = folder;
        this.description = description;
        this.learning = learning;
        this.progress = progress;
        network = Networks.named(
                description.network(), description.height(), description.width(), description.labels().size());
        machines = machines(network);
        if (machines.isEmpty()) {
            throw new UserError("network " + network.name() + " has no layers of sigmoid units to pre-train");
        }
    }

    /** Number of layers that a network lets pre-train. */
    public static int layers(Network network) {
        return machines(network).size();
    }

    /** The arguments of the training tool that give the same pre-training, as {@link RunDescription#command}. */
    public static String command(RunDescription run) {
        Network network = Networks.named(run.network(), run.height(), run.width(), run.labels().size());
        return String.format("pretrain --network %s --epochs %d --seed %d%s", run.network(),
                run.epochs() / layers(network), run.seed(), run.dataArgument());
    }

    private static List<Integer> machines(Network network) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.layers().get(i) instanceof Dense dense && dense.nonlinearity() == Nonlinearity.SIGMOID) {
                found.add(i);
            }
        }
        return found;
    }

    /** Learns the epochs that are left and returns the state at the end. An epoch's loss is the machine's error. */
    public Checkpoint train() throws IOException {
        Checkpoint state = Checkpoint.of(folder, description).orElseGet(this::start);
        while (state.history().size() < description.epochs()) {
            state = epoch(state);
            state.save(folder);
            progress.epoch(state.history().get(state.history().size() - 1), description.epochs());
        }
        return state;
    }

    private Checkpoint start() {
        List<Parameter> all = new ArrayList<>(network.parameters());
        Shape shape = network.input();
        for (Layer layer : network.layers()) {
            if (layer instanceof Dense dense && dense.nonlinearity() == Nonlinearity.SIGMOID) {
                all.add(BoltzmannMachine.parameters(dense, shape).get(2));
            }
            shape = layer.output(shape);
        }
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet initial = ParameterSet.initial(manager, all, Seeds.of(description.seed(), 0))) {
            Weights weights = initial.snapshot();
            return new Checkpoint(description, List.of(), weights, Descent.still(all), weights.only(network.parameters()));
        }
    }

    private Checkpoint epoch(Checkpoint state) {
        long began = System.nanoTime();
        int epoch = state.history().size();
        int perMachine = description.epochs() / machines.size();
        int at = machines.get(Math.min(epoch / perMachine, machines.size() - 1));
        double momentum = epoch % perMachine == 0 ? FIRST_MOMENTUM : MOMENTUM;
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters = ParameterSet.of(manager, network.parameters(), state.parameters());
                BoltzmannMachine machine = new BoltzmannMachine(manager, (Dense) network.layers().get(at), shapeInto(at),
                        state.parameters(), state.velocity())) {
            double error = epoch(epoch, at, momentum, manager, parameters, machine);
            TrainingRun.requireFinite(epoch + 1, error);
            List<EpochResult> history = new ArrayList<>(state.history());
            history.add(new EpochResult(epoch + 1, error, 0, 0, (System.nanoTime() - began) / 1e9));
            Weights learned = state.parameters().with(machine.values());
            return new Checkpoint(description, history, learned, state.velocity().with(machine.velocities()),
                    learned.only(network.parameters()));
        }
    }

    /** One pass over the pictures; returns the mean error. */
    private double epoch(int epoch, int at, double momentum, NDManager manager, ParameterSet parameters,
            BoltzmannMachine machine) {
        long seed = Seeds.of(description.seed(), 2, epoch);
        Engine.getInstance().setRandomSeed((int) seed);
        int[] order = Batches.shuffled(learning.size(), seed);
        int steps = Batches.count(learning.size(), BATCH);
        long began = System.nanoTime();
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            try (NDManager scratch = manager.newSubManager()) {
                NDArray values = pictures(order, step, steps, scratch);
                for (Layer layer : network.layers().subList(0, at)) {
                    values = layer.forward(values, parameters, false);
                }
                sum += machine.step(values, momentum);
            }
            long left = (long) description.epochs() * steps - (long) epoch * steps - step - 1;
            progress.step(epoch + 1, description.epochs(), (step + 1.0) / steps, sum / (step + 1),
                    Duration.ofNanos((System.nanoTime() - began) / (step + 1) * left));
        }
        return sum / steps;
    }

    private NDArray pictures(int[] order, int step, int steps, NDManager scratch) {
        int from = (int) ((long) step * order.length / steps);
        int to = (int) ((long) (step + 1) * order.length / steps);
        int area = (int) network.input().size();
        float[] pixels = new float[(to - from) * area];
        for (int i = from; i < to; i++) {
            learning.copy(order[i], pixels, (i - from) * area);
        }
        return scratch.create(pixels, new Shape(to - from).addAll(network.input()));
    }

    private Shape shapeInto(int layer) {
        Shape shape = network.input();
        for (Layer below : network.layers().subList(0, layer)) {
            shape = below.output(shape);
        }
        return shape;
    }
}
