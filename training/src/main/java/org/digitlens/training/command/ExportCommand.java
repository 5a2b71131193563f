package org.digitlens.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.model.ModelExport;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.run.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: a run into a model's folder. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Calibrates a trained network on the held out pictures, writes model.onnx, golden.json and"
                + " manifest.json, and checks the file against the network in ONNX Runtime.")
final class ExportCommand implements Callable<Integer> {

    @Option(names = "--run", paramLabel = "DIR", required = true, description = "folder of the run")
    private Path run;

    @Option(names = "--to", paramLabel = "DIR", required = true,
            description = "the model's folder, such as ../models/digits; its last part is the model's name")
    private Path to;

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
        Checkpoint checkpoint = Checkpoint.read(Checkpoint.in(run));
        if (checkpoint.history().size() < checkpoint.run().epochs()) {
            throw new UserError(run + " has finished " + checkpoint.history().size() + " of " + checkpoint.run().epochs()
                    + " epochs; the same train command goes on with it");
        }
        DataSet training = data.folder().training();
        if (!training.sources().equals(checkpoint.run().data())) {
            throw new UserError("the data set is not the one that " + run + " learned from: found " + training.sources()
                    + ", expected " + checkpoint.run().data());
        }
        ModelFolder folder = new ModelFolder(to);
        ModelExport.Result result = new ModelExport(checkpoint, Clock.systemDefaultZone()).write(folder,
                training.images().select(DataOptions.split(training).validation()),
                title == null ? folder.name() : title, description);
        spec.commandLine().getOut().printf(Locale.ROOT,
                "%s: temperature %.4f, threshold %.4f; largest difference of a logit from the trained network's %.1e;"
                        + " %d microseconds a picture%n", folder.path(), result.calibration().temperature(),
                result.calibration().threshold(), result.largestDifference(), result.latencyMicros());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
