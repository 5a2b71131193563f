package org.digitlens.training.network;

import ai.djl.ndarray.types.Shape;

/**
 * A declared parameter: its name within the network, its shape, and what training does to it.
 *
 * @param deviation standard deviation of the normal distribution that it starts from; 0 means: start at {@code mean}
 * @param mean mean of its starting values
 */
public record Parameter(String name, Shape shape, Kind kind, float mean, float deviation) {

    /** What training does to a parameter. */
    public enum Kind {
        /** Learned, with weight decay. */
        WEIGHT,
        /** Learned, without weight decay: biases, and the scale and shift of batch normalisation. */
        BIAS,
        /** Not learned by gradients: running statistics, and facts about the data. */
        STATISTIC
    }

    /** A weight with He's initialisation, for the given number of inputs that each output sums over. */
    public static Parameter weight(String name, Shape shape, long fanIn) {
        return new Parameter(name, shape, Kind.WEIGHT, 0f, (float) Math.sqrt(2.0 / fanIn));
    }

    /** A bias, or a scale, that starts at the given value. */
    public static Parameter bias(String name, long size, float start) {
        return new Parameter(name, new Shape(size), Kind.BIAS, start, 0f);
    }

    /** A statistic that starts at the given value. */
    public static Parameter statistic(String name, long size, float start) {
        return new Parameter(name, new Shape(size), Kind.STATISTIC, start, 0f);
    }

    /** Whether gradients change it. */
    public boolean learned() {
        return kind != Kind.STATISTIC;
    }
}
