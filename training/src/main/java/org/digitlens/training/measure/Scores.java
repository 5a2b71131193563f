package org.digitlens.training.measure;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model said of pictures whose labels are known.
 *
 * @param labels number of labels
 * @param logits {@code logits[i * labels + label]}, before temperature
 * @param actual true label of each picture
 */
public record Scores(int labels, float[] logits, int[] actual) {

    public Scores {
        if (logits.length != labels * actual.length) {
            throw new IllegalArgumentException(actual.length + " pictures with " + labels + " labels need "
                    + labels * actual.length + " logits, found " + logits.length);
        }
    }

    /** Several sets' as one. */
    public static Scores joined(List<Scores> parts) {
        int labels = parts.get(0).labels;
        int size = parts.stream().mapToInt(Scores::size).sum();
        float[] logits = new float[size * labels];
        int[] actual = new int[size];
        int at = 0;
        for (Scores part : parts) {
            System.arraycopy(part.logits, 0, logits, at * labels, part.logits.length);
            System.arraycopy(part.actual, 0, actual, at, part.size());
            at += part.size();
        }
        return new Scores(labels, logits, actual);
    }

    /** Number of pictures. */
    public int size() {
        return actual.length;
    }

    /** The label with the largest logit. */
    public int predicted(int picture) {
        int best = 0;
        for (int label = 1; label < labels; label++) {
            if (logits[picture * labels + label] > logits[picture * labels + best]) {
                best = label;
            }
        }
        return best;
    }

    public boolean right(int picture) {
        return predicted(picture) == actual[picture];
    }

    /** Number of pictures read wrong. */
    public int errors() {
        return (int) IntStream.range(0, size()).filter(i -> !right(i)).count();
    }

    /** Share of pictures read right, 0..1. */
    public double accuracy() {
        return 1 - (double) errors() / size();
    }

    /** Probability of a label: the softmax of the logits over the temperature. */
    public double probability(int picture, int label, double temperature) {
        double largest = logits[picture * labels + predicted(picture)];
        double sum = 0;
        for (int other = 0; other < labels; other++) {
            sum += Math.exp((logits[picture * labels + other] - largest) / temperature);
        }
        return Math.exp((logits[picture * labels + label] - largest) / temperature) / sum;
    }

    /** Probability of the predicted label. */
    public double confidence(int picture, double temperature) {
        return probability(picture, predicted(picture), temperature);
    }

    /** The energy score (Liu et al., 2020): the logarithm of the sum of the exponentials of the logits. */
    public double energy(int picture) {
        double largest = largestLogit(picture);
        double sum = 0;
        for (int label = 0; label < labels; label++) {
            sum += Math.exp(logits[picture * labels + label] - largest);
        }
        return largest + Math.log(sum);
    }

    public double largestLogit(int picture) {
        return logits[picture * labels + predicted(picture)];
    }

    /** The confusion matrix, {@code counts[actual][predicted]}. */
    public int[][] confusion() {
        int[][] counts = new int[labels][labels];
        for (int i = 0; i < size(); i++) {
            counts[actual[i]][predicted(i)]++;
        }
        return counts;
    }

    /** Mean negative log probability of the true labels, nats. */
    public double crossEntropy(double temperature) {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum -= Math.log(Math.max(probability(i, actual[i], temperature), Double.MIN_NORMAL));
        }
        return sum / size();
    }

    /** The same without some pictures. */
    public Scores without(Collection<Integer> pictures) {
        int[] kept = IntStream.range(0, size()).filter(i -> !pictures.contains(i)).toArray();
        float[] keptLogits = new float[kept.length * labels];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(logits, kept[i] * labels, keptLogits, i * labels, labels);
        }
        return new Scores(labels, keptLogits, IntStream.of(kept).map(i -> actual[i]).toArray());
    }
}
