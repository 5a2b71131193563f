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
        description = "Calibrates a trained network on the held out pictures, writes model.onnx, golden.json,"
                + " manifest.json and report.json, and checks the file against the network in ONNX Runtime.")
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

    @Option(names = "--pilot", paramLabel = "DIR",
            description = "for a run that held out nothing (train --all): the folder of a model of the same network and"
                    + " recipe that did; its temperature and threshold are taken")
    private Path pilot;

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
        boolean learnedAll = checkpoint.run().heldOut() == 0;
        if (learnedAll && pilot == null) {
            throw new UserError(run + " held out nothing to choose a temperature and a threshold on: name with --pilot a"
                    + " model of the same network and recipe that did");
        }
        if (!learnedAll && pilot != null) {
            throw new UserError(run + " held out " + checkpoint.run().heldOut() + " pictures to choose a temperature and a"
                    + " threshold on, so it needs no --pilot");
        }
        ModelFolder folder = new ModelFolder(to);
        ModelExport export = new ModelExport(checkpoint, Clock.systemDefaultZone());
        String shownTitle = title == null ? folder.name() : title;
        LabelledImages images = images(checkpoint);
        ModelExport.Result result = learnedAll
                ? export.write(folder, new ModelFolder(pilot).manifest(), images, shownTitle, description)
                : export.write(folder, images.select(StratifiedSplit.of(images, checkpoint.run().heldOut(),
                        StratifiedSplit.SEED).validation()), shownTitle, description);
        spec.commandLine().getOut().printf(Locale.ROOT,
                "%s: temperature %.4f, threshold %.4f; largest difference of a logit from the trained network's %.1e;"
                        + " %d microseconds a picture%n", folder.path(), result.calibration().temperature(),
                result.calibration().threshold(), result.largestDifference(), result.latencyMicros());
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** The training pictures, which must be those that the run learned from. */
    private LabelledImages images(Checkpoint checkpoint) {
        DataSet training = data.folder().training();
        if (!training.sources().equals(checkpoint.run().data())) {
            throw new UserError("the data set is not the one that " + run + " learned from: found " + training.sources()
                    + ", expected " + checkpoint.run().data());
        }
        return training.images();
    }
}
