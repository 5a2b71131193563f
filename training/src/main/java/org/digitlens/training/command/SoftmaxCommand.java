package org.digitlens.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.StratifiedSplit;
import org.digitlens.training.linear.LinearSoftmax;
import org.digitlens.training.model.ModelExport;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.run.RunDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code softmax}: the simplest model there is, from pictures to a model's folder in one go. */
@Command(name = LinearSoftmax.NAME, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Trains a linear softmax with Tribuo and exports it. It takes a minute, so there is nothing to resume:"
                + " nothing is written before it has learned.")
final class SoftmaxCommand implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "../models/softmax",
            description = "the model's folder; its last part is the model's name; default: ${DEFAULT-VALUE}")
    private Path to;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10",
            description = "passes over the pictures; default: ${DEFAULT-VALUE}")
    private int epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "fixes the order; default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--title", paramLabel = "TEXT", description = "as a person reads it; default: the name")
    private String title;

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "a sentence or two")
    private String description;

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
        RunDescription run = RunDescription.of(LinearSoftmax.NAME, images, LinearSoftmax.RECIPE, epochs, seed,
                split.validation().length, training.sources());
        LinearSoftmax learned = LinearSoftmax.learn(run, images.select(split.learning()));
        ModelFolder folder = new ModelFolder(to);
        ModelExport.Result result = new ModelExport(learned, Clock.systemDefaultZone()).write(folder,
                images.select(split.validation()), title == null ? folder.name() : title, description);
        spec.commandLine().getOut().printf(Locale.ROOT, "%s: learned %,d pictures in %.0f s; temperature %.4f, threshold"
                + " %.4f; largest difference of a logit from Tribuo's %.1e; next: evaluate --model %s%n", to,
                split.learning().length, learned.seconds(), result.calibration().temperature(),
                result.calibration().threshold(), result.largestDifference(), to);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
