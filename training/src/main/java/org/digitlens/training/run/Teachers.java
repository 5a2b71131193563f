package org.digitlens.training.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.digitlens.training.UserError;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.network.Network;

/** Exported models whose mean opinion is learned from (distillation, Hinton et al., 2015). Owns their sessions. */
public final class Teachers implements AutoCloseable {
    private final List<OnnxClassifier> classifiers = new ArrayList<>();

    /**
     * Loads them.
     *
     * @param files model files with the labels that are to be learned
     * @throws UserError when one cannot be loaded
     */
    public Teachers(List<Path> files) {
        files.forEach(file -> classifiers.add(new OnnxClassifier(file)));
    }

    public boolean none() {
        return classifiers.isEmpty();
    }

    /** @throws UserError when one takes other pictures than a run's, or knows another number of labels */
    void requireFit(int height, int width, int labels) {
        for (OnnxClassifier classifier : classifiers) {
            long[] picture = classifier.shape(Network.IMAGE);
            long[] logits = classifier.shape(Network.LOGITS);
            if (!Arrays.equals(picture, new long[] {-1, 1, height, width}) || logits[logits.length - 1] != labels) {
                throw new UserError(String.format("a teacher takes pictures of %d x %d and knows %d labels, which does not"
                        + " fit %d x %d and %d", picture[picture.length - 1], picture[picture.length - 2],
                        logits[logits.length - 1], width, height, labels));
            }
        }
    }

    /**
     * The mean of their probabilities, without temperatures: as doubtful as they learned to be.
     *
     * @param pixels 0..255, one picture after the other
     * @return {@code probabilities[i * labels + label]}
     */
    float[] probabilities(float[] pixels, int height, int width, int labels) {
        float[] mean = new float[pixels.length / (height * width) * labels];
        for (OnnxClassifier classifier : classifiers) {
            float[] logits = classifier.output(Network.LOGITS, pixels, height, width);
            for (int from = 0; from < mean.length; from += labels) {
                double sum = 0;
                for (int label = 0; label < labels; label++) {
                    sum += Math.exp(logits[from + label]);
                }
                for (int label = 0; label < labels; label++) {
                    mean[from + label] += (float) (Math.exp(logits[from + label]) / sum / classifiers.size());
                }
            }
        }
        return mean;
    }

    @Override
    public void close() {
        classifiers.forEach(OnnxClassifier::close);
    }
}
