package org.digitlens.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.StratifiedSplit;
import org.digitlens.training.network.Networks;
import org.digitlens.training.run.Checkpoint;
import org.digitlens.training.run.Pretraining;
import org.digitlens.training.run.RunDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pretrain}: a deep belief network, without labels, into a run's folder that {@code train --from} starts from. */
@Command(name = "pretrain", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Pre-trains a deep belief network's layers one after the other, as restricted Boltzmann machines."
                + " Killed at any moment, the same command goes on after the last finished epoch.")
final class PretrainCommand implements Callable<Integer> {

    @Option(names = "--network", paramLabel = "NAME", defaultValue = "dbn",
            description = "a network with layers of sigmoid units; default: ${DEFAULT-VALUE}")
    private String network;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "5",
            description = "passes over the pictures for each layer; default: ${DEFAULT-VALUE}")
    private int epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "fixes starting weights, order, and which units are on; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--run", paramLabel = "DIR",
            description = "folder of the run; default: runs/NETWORK-" + Pretraining.RECIPE + "-SEED")
    private Path run;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (epochs < 1) {
            throw new UserError("--epochs must be at least 1, not " + epochs);
        }
        DataSet training = data.folder().training();
        LabelledImages images = training.images();
        StratifiedSplit split = DataOptions.split(training);
        Path folder = run != null ? run
                : Path.of("runs", String.join("-", network, Pretraining.RECIPE, String.valueOf(seed)));
        int layers = Pretraining.layers(
                Networks.named(network, images.height(), images.width(), images.names().size()));
        RunDescription description = RunDescription.of(network, images, Pretraining.RECIPE, layers * epochs, seed,
                split.validation().length, training.sources());
        var out = spec.commandLine().getOut();
        out.printf("%s: %d layers to pre-train one after the other, %,d pictures to learn, %d epochs in all, into %s%n",
                network, layers, split.learning().length, description.epochs(), folder);
        Checkpoint last = new Pretraining(folder, description, images.select(split.learning()), new ConsoleProgress(out))
                .train();
        out.printf(Locale.ROOT, "done: %d layers, mean squared error of the last %.4f; next: train --network %s --from %s%n",
                layers, last.history().get(last.history().size() - 1).loss(), network, folder);
        out.flush();
        return 0;
    }
}
