package org.digitlens.training.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return command(run());
    }

    private static String command(RunDescription run) {
        String own = run.recipe().equals(Pretraining.RECIPE) ? Pretraining.command(run) : run.command();
        if (run.startedFrom() == null) {
            return own;
        }
        Path before = Checkpoint.in(Path.of(run.startedFrom()));
        return Files.exists(before) ? command(Checkpoint.read(before).run()) + NEXT + own : own;
    }

    @Override
    public List<EpochResult> history() {
        return checkpoint.history();
    }

    @Override
    public double seconds() {
        return history().stream().mapToDouble(EpochResult::seconds).sum();
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
