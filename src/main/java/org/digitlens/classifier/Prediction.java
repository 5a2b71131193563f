package org.digitlens.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model makes of one picture.
 *
 * @param model         the model's name
 * @param labels        what the probabilities stand for
 * @param probabilities calibrated, in the order of the labels, together 1; all 0 for a blank picture
 * @param rejection     why it counts as no digit, if it does
 */
public record Prediction(String model, List<String> labels, double[] probabilities, Optional<Rejection> rejection) {

    public Prediction {
        if (probabilities.length != labels.size()) {
            throw new IllegalArgumentException("expected " + labels.size() + " probabilities, found " + probabilities.length);
        }
    }

    /** The prediction for a picture without ink. */
    public static Prediction blank(ModelManifest manifest) {
        return new Prediction(manifest.name(), manifest.labels(), new double[manifest.labels().size()],
            Optional.of(Rejection.BLANK));
    }

    /** The same numbers, refused for a reason that the model does not know of. */
    public Prediction rejected(Rejection reason) {
        return new Prediction(model, labels, probabilities, Optional.of(reason));
    }

    /** The same numbers, taken for good for a reason that the model does not know of. */
    public Prediction accepted() {
        return new Prediction(model, labels, probabilities, Optional.empty());
    }

    /** Whether it is a sign that the model knows. */
    public boolean recognized() {
        return rejection.isEmpty();
    }

    /** Index of the most probable label; -1 for a blank picture. */
    public int best() {
        int best = -1;
        double most = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] > most) {
                most = probabilities[i];
                best = i;
            }
        }
        return best;
    }

    /** The best guess, recognised or not; empty for a blank picture. */
    public Optional<String> label() {
        int best = best();
        return best < 0 ? Optional.empty() : Optional.of(labels.get(best));
    }

    /** The best guess where it is a digit. */
    public OptionalInt digit() {
        return label().filter(label -> label.matches("[0-9]")).map(label -> OptionalInt.of(label.charAt(0) - '0'))
            .orElseGet(OptionalInt::empty);
    }

    /** Probability of the best guess, 0 to 1. */
    public double confidence() {
        return Arrays.stream(probabilities).max().orElse(0);
    }
}
