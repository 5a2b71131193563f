package org.digitlens.training.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.data.Omniglot;
import org.digitlens.training.data.StratifiedSplit;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.network.Networks;
import org.digitlens.training.network.Weights;
import org.digitlens.training.outlier.Outliers;
import org.digitlens.training.run.Checkpoint;
import org.digitlens.training.run.Recipe;
import org.digitlens.training.run.Recipes;
import org.digitlens.training.run.RunDescription;
import org.digitlens.training.run.Teachers;
import org.digitlens.training.run.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: a network, by a recipe, into a run's folder. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Trains a network. Killed at any moment, the same command goes on after the last finished epoch.")
final class TrainCommand implements Callable<Integer> {

    @Option(names = "--network", paramLabel = "NAME", defaultValue = "conv8-152k",
            completionCandidates = NetworkNames.class,
            description = "one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private String network;

    @Option(names = "--recipe", paramLabel = "NAME", defaultValue = "standard",
            completionCandidates = RecipeNames.class,
            description = "one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private String recipe;

    @Option(names = "--epochs", paramLabel = "N", description = "instead of the recipe's number")
    private Integer epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "fixes starting weights, order and augmentation; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--run", paramLabel = "DIR", description = "folder of the run; default: runs/NETWORK-RECIPE-SEED, with --all runs/NETWORK-RECIPE-SEED-all")
    private Path run;

    @Option(names = "--from", paramLabel = "DIR",
            description = "start from the weights of this run of the same network, to fine-tune it")
    private Path from;

    @Option(names = "--all", description = "learn from all training pictures, holding none out: for the last run, after"
            + " every choice was made; it is exported with the calibration of a pilot run")
    private boolean all;

    @Option(names = "--outliers", paramLabel = "ZIP",
            description = "pictures that are none of the labels, for recipes that learn doubt: PNG files in folders, such"
                    + " as characters of other alphabets; without it, scribbles and the like alone")
    private Path outliers;

    @Option(names = "--teacher", paramLabel = "MODEL",
            description = "folder of an exported model whose opinion is learned too; may be given several times")
    private List<Path> teachers = List.of();

    @Option(names = "--bf16", description = "learn convolutions in bfloat16: a third faster on processors that multiply it"
            + " (AVX512-BF16, AMX), much slower on others")
    private boolean half;

    @Mixin
    private DataOptions data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Recipe chosen = Recipes.named(recipe);
        if (epochs != null && epochs < 1) {
            throw new UserError("--epochs must be at least 1, not " + epochs);
        }
        DataSet training = data.folder().training();
        LabelledImages images = training.images();
        StratifiedSplit split = all ? StratifiedSplit.of(images, 0, StratifiedSplit.SEED) : DataOptions.split(training);
        Path folder = run != null ? run : Path.of("runs", String.join("-", network, recipe, String.valueOf(seed)) + (all ? "-all" : ""));
        RunDescription description = new RunDescription(network, images.names(), images.height(), images.width(), recipe,
                epochs == null ? chosen.epochs() : epochs, seed, split.validation().length, training.sources(),
                from == null ? null : from.toString(),
                outliers == null ? List.of() : List.of(DataSet.Source.of(outliers.getFileName().toString(), outliers)),
                teachers.stream().map(teacher -> teacher(teacher, images)).toList(), half);
        var out = spec.commandLine().getOut();
        out.printf("%s: %,d parameters, %,d pictures to learn, %,d held out, %d epochs, into %s%n", network,
                Networks.named(network, images.height(), images.width(), images.names().size()).size(),
                split.learning().length, split.validation().length, description.epochs(), folder);
        Weights start = from == null || Files.exists(Checkpoint.in(folder)) ? null : startingWeights(images);
        LabelledImages learning = images.select(split.learning());
        LabelledImages characters = outliers == null ? null
                : NonDigits.read(outliers, images.names(), Omniglot::mayBeLearned);
        try (Teachers taught = new Teachers(teachers.stream().map(t -> new ModelFolder(t).model()).toList())) {
            Checkpoint last = new TrainingRun(folder, description, learning, images.select(split.validation()),
                    new Outliers(learning, characters), taught, new ConsoleProgress(out)).train(start);
            out.printf("done: %s; next: export --run %s%n", all ? "nothing was held out" : String.format(
                    "%d of %,d held out pictures wrong", last.history().get(last.history().size() - 1).errors(),
                    split.validation().length), folder);
        }
        out.flush();
        return 0;
    }

    /** A teacher; where it has a manifest, that must name the labels that are to be learned. */
    private static DataSet.Source teacher(Path folder, LabelledImages images) {
        ModelFolder model = new ModelFolder(folder);
        if (Files.exists(folder.resolve("manifest.json")) && !model.manifest().labels().equals(images.names())) {
            throw new UserError("the teacher " + folder + " knows " + model.manifest().labels() + ", the data set "
                    + images.names());
        }
        return DataSet.Source.of(model.name(), model.model());
    }

    private Weights startingWeights(LabelledImages images) {
        Checkpoint other = Checkpoint.read(Checkpoint.in(from));
        RunDescription theirs = other.run();
        if (!theirs.network().equals(network) || !theirs.labels().equals(images.names())
                || theirs.height() != images.height() || theirs.width() != images.width()) {
            throw new UserError(from + " is a run of network " + theirs.network() + " on " + theirs.width() + " x "
                    + theirs.height() + " pictures of " + theirs.labels() + ", which does not fit");
        }
        if (other.history().size() < theirs.epochs()) {
            throw new UserError(from + " has finished " + other.history().size() + " of " + theirs.epochs()
                    + " epochs; finish it with the command that began it");
        }
        return other.average();
    }
}
