package org.digitlens.training.model;

import java.util.List;
import org.digitlens.training.network.ExportedGraph;
import org.digitlens.training.run.EpochResult;
import org.digitlens.training.run.RunDescription;

/** What an export needs of a trained model, whatever trained it. */
public interface TrainedModel {

    /** What was trained, and on what. */
    RunDescription run();

    /**
     * The command that trains the same again: arguments of the training tool, called in {@code training/}; where it takes
     * several, joined as a shell does it.
     */
    String command();

    /** The course of training; may be empty. */
    List<EpochResult> history();

    /** How long training took, seconds. */
    double seconds();

    /** Number of learned values. */
    long size();

    /**
     * Logits of pictures, computed by what trained it.
     *
     * @param pixels 0..255, one picture after the other
     * @return {@code logits[i * labels + label]}
     */
    float[] logits(float[] pixels);

    /** The same as ONNX, with outputs as {@link org.digitlens.training.network.Network#export} describes them. */
    ExportedGraph export(double temperature);
}
