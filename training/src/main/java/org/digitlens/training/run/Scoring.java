package org.digitlens.training.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.network.Network;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;

/** What a network says of pictures, computed in DJL. */
public final class Scoring {
    private static final int BATCH = 250;

    private Scoring() {}

    /** Logits of labelled pictures. */
    public static Scores of(Network network, Weights weights, LabelledImages images) {
        float[] logits = logits(network, weights, images.values(images.size()));
        return new Scores(images.names().size(), logits, images.labels());
    }

    /**
     * Logits of pictures.
     *
     * @param pixels 0..255, one picture after the other
     * @return {@code logits[i * labels + label]}
     */
    public static float[] logits(Network network, Weights weights, float[] pixels) {
        int area = (int) network.input().size();
        int count = pixels.length / area;
        float[] logits = null;
        try (NDManager manager = NDManager.newBaseManager();
                ParameterSet parameters = ParameterSet.of(manager, network.parameters(), weights)) {
            for (int from = 0; from < count; from += BATCH) {
                int size = Math.min(BATCH, count - from);
                try (NDManager scratch = manager.newSubManager()) {
                    float[] part = Arrays.copyOfRange(pixels, from * area, (from + size) * area);
                    NDArray input = scratch.create(part, new Shape(size).addAll(network.input()));
                    float[] result = network.forward(input, parameters, false).toFloatArray();
                    int labels = result.length / size;
                    logits = logits == null ? new float[count * labels] : logits;
                    System.arraycopy(result, 0, logits, from * labels, result.length);
                }
            }
        }
        return logits;
    }
}
