package org.digitlens.training.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitlens.training.UserError;
import org.digitlens.training.network.ExportedGraph;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.Networks;
import org.digitlens.training.run.Checkpoint;
import org.digitlens.training.run.EpochResult;
import org.digitlens.training.run.Pretraining;
import org.digitlens.training.run.RunDescription;
import org.digitlens.training.run.Scoring;

/** A network at the end of its run, with its averaged weights. */
record TrainedNetwork(Checkpoint checkpoint, Network network) implements TrainedModel {
    private static final String NEXT = " && digitlens-train ";

    /** @throws UserError when the run is a pre-training, which has not seen a label yet */
    static TrainedNetwork of(Checkpoint checkpoint) {
        RunDescription run = checkpoint.run();
        if (run.recipe().equals(Pretraining.RECIPE)) {
            throw new UserError("the run is a pre-training without labels; train --from its folder first");
        }
        return new TrainedNetwork(
                checkpoint, Networks.named(run.network(), run.height(), run.width(), run.labels().size()));
    }

    @Override
    public RunDescription run() {
        return checkpoint.run();
    }

    /** Preceded by those of the runs that it started from, as far as they are still there. */
    @Override
    public String command() {
        return phases().map(phase -> phase.run().recipe().equals(Pretraining.RECIPE)
                ? Pretraining.command(phase.run()) : phase.run().command()).collect(Collectors.joining(NEXT));
    }

    /** The runs that this one started from, as far as they are still there, the first one first, and itself. */
    private Stream<Checkpoint> phases() {
        Deque<Checkpoint> phases = new ArrayDeque<>(List.of(checkpoint));
        for (String from = run().startedFrom(); from != null; from = phases.getFirst().run().startedFrom()) {
            Path before = Checkpoint.in(Path.of(from));
            if (!Files.exists(before)) {
                break;
            }
            phases.addFirst(Checkpoint.read(before));
        }
        return phases.stream();
    }

    @Override
    public List<EpochResult> history() {
        return checkpoint.history();
    }

    /** Of all the runs that it is made of. */
    @Override
    public double seconds() {
        return phases().flatMap(phase -> phase.history().stream()).mapToDouble(EpochResult::seconds).sum();
    }

    @Override
    public long size() {
        return network.size();
    }

    @Override
    public float[] logits(float[] pixels) {
        return Scoring.logits(network, checkpoint.average(), pixels);
    }

    @Override
    public ExportedGraph export(double temperature) {
        return network.export(checkpoint.average(), temperature);
    }
}
