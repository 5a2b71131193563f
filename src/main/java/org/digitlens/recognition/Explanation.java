package org.digitlens.recognition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A picture that says why. */
public enum Explanation {
    /** How probable each label is. */
    PROBABILITIES,
    /** What one convolution answered. */
    ACTIVATIONS,
    /** Class activation map: where the network looked. */
    CAM;

    /** As it is written in requests and answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Explanation> of(String key) {
        return Stream.of(values()).filter(explanation -> explanation.key().equals(key)).findFirst();
    }

    static String keys() {
        return Stream.of(values()).map(Explanation::key).collect(Collectors.joining(", "));
    }
}
