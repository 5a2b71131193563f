package org.digitlens.training.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.run.RunDescription;

/**
 * The command that gives the same run on another machine: arguments of the training tool, called in {@code training/}.
 * Places are those that a stranger has: runs lie in {@code runs}, a data set of one's own where one puts it.
 */
final class RunCommand {
    private static final String MNIST = "MNIST";

    private RunCommand() {}

    static String of(RunDescription run) {
        List<String> words = new ArrayList<>(List.of("train", "--network", run.network(), "--recipe", run.recipe(),
                "--epochs", String.valueOf(run.epochs()), "--seed", String.valueOf(run.seed())));
        if (run.heldOut() == 0) {
            words.add("--all");
        }
        if (run.startedFrom() != null) {
            words.addAll(List.of("--from", "runs/" + Path.of(run.startedFrom()).getFileName()));
        }
        String data = dataName(run.data());
        if (!data.equals(MNIST)) {
            words.addAll(List.of("--data", data));
        }
        return String.join(" ", words);
    }

    /** The data set's folder's name, or MNIST: what the sources' names begin with. */
    private static String dataName(List<DataSet.Source> sources) {
        String name = sources.get(0).name();
        return name.contains(" ") ? name.substring(0, name.lastIndexOf(' ')) : name;
    }
}
