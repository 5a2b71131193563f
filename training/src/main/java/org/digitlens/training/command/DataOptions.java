package org.digitlens.training.command;

import java.nio.file.Path;
import java.util.List;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataFolder;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.Mnist;
import org.digitlens.training.data.MnistDownload;
import org.digitlens.training.data.StratifiedSplit;
import picocli.CommandLine.Option;

/** Where the pictures are. */
final class DataOptions {
    private static final Path DOWNLOADS = Path.of("data", "mnist");

    @Option(names = "--data", paramLabel = "DIR",
            description = "folder of the data set: IDX files, gzipped or not, for anything but MNIST with a labels.txt;"
                    + " default: ../shared/data or ../../shared/data, where there is one")
    private Path data;

    @Option(names = "--download", description = "fetch what is missing of MNIST into --data, or data/mnist")
    private boolean download;

    @Option(names = "--mirror", paramLabel = "URL",
            description = "where to fetch it from, a folder; may be given several times; default: MNIST's public mirrors")
    private List<String> mirrors = Mnist.MIRRORS;

    /**
     * Finds the data set, downloading it first when asked to.
     *
     * @throws UserError when there is none
     */
    DataFolder folder() {
        if (download) {
            Path target = data == null ? DOWNLOADS : data;
            new MnistDownload(mirrors.stream().map(m -> m.endsWith("/") ? m : m + "/").toList()).into(target);
            return DataFolder.at(target);
        }
        Path place = data != null ? data : DataFolder.usual().orElseThrow(
                () -> new UserError("no data set: name its folder with --data, or fetch MNIST with --download"));
        return DataFolder.at(place);
    }

    /** Holds out the same pictures in all commands. */
    static StratifiedSplit split(DataSet training) {
        int heldOut = (int) Math.round(training.images().size() * StratifiedSplit.SHARE);
        return StratifiedSplit.of(training.images(), heldOut, StratifiedSplit.SEED);
    }
}
