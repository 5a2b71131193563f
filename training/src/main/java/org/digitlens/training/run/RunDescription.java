package org.digitlens.training.run;

import java.nio.file.Path;
import java.util.List;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.Mnist;

/**
 * What a run is, settled before it starts; a run resumes only as what it was started as.
 *
 * @param network name of the network
 * @param labels label names, in the order of the logits
 * @param height of the pictures, pixels
 * @param width of the pictures, pixels
 * @param recipe name of the recipe
 * @param epochs passes over the pictures
 * @param seed fixes starting weights, order and augmentation
 * @param heldOut number of pictures held out for validation; 0 when all were learned
 * @param data files learned from
 * @param startedFrom run whose weights it started from, or null
 * @param outliers files of pictures that are none of the labels, learned beside them
 * @param teachers models whose opinion was learned
 * @param half whether convolutions learned in bfloat16
 */
public record RunDescription(String network, List<String> labels, int height, int width, String recipe, int epochs,
        long seed, int heldOut, List<DataSet.Source> data, String startedFrom, List<DataSet.Source> outliers,
        List<DataSet.Source> teachers, boolean half) {

    public RunDescription {
        outliers = outliers == null ? List.of() : List.copyOf(outliers);
        teachers = teachers == null ? List.of() : List.copyOf(teachers);
    }

    /** A run that learns from labelled pictures and nothing else. */
    public static RunDescription of(String network, LabelledImages images, String recipe, int epochs, long seed, int heldOut,
            List<DataSet.Source> data) {
        return new RunDescription(network, images.names(), images.height(), images.width(), recipe, epochs, seed, heldOut,
                data, null, List.of(), List.of(), false);
    }

    /** A run without outliers and teachers, in full precision. */
    public RunDescription(String network, List<String> labels, int height, int width, String recipe, int epochs, long seed,
            int heldOut, List<DataSet.Source> data, String startedFrom) {
        this(network, labels, height, width, recipe, epochs, seed, heldOut, data, startedFrom, List.of(), List.of(), false);
    }

    /**
     * The arguments of the training tool that give the same run on another machine, called in {@code training/}. Places are
     * those that a stranger has: runs lie in {@code runs}, everything else under its own name.
     */
    public String command() {
        StringBuilder command = new StringBuilder(String.format("train --network %s --recipe %s --epochs %d --seed %d",
                network, recipe, epochs, seed));
        if (heldOut == 0) {
            command.append(" --all");
        }
        if (startedFrom != null) {
            command.append(" --from runs/").append(Path.of(startedFrom).getFileName());
        }
        outliers.forEach(file -> command.append(" --outliers ").append(file.name()));
        teachers.forEach(model -> command.append(" --teacher ").append(model.name()));
        if (half) {
            command.append(" --bf16");
        }
        return command.append(dataArgument()).toString();
    }

    /** For a data set of one's own, {@code --data} and the folder's name, which the names of its files begin with. */
    public String dataArgument() {
        String folder = data.get(0).name().replaceFirst(" [^ ]*$", "");
        return folder.equals(Mnist.NAME) ? "" : " --data " + folder;
    }
}
