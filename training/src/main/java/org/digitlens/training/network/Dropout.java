package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * In training, sets a share of the values to 0 and enlarges the others to make up for it; afterwards, and exported,
 * nothing.
 *
 * @param share of the values that is dropped, 0..1
 */
public record Dropout(float share) implements Layer {

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        return ai.djl.nn.norm.Dropout.dropout(input, share, training).singletonOrThrow();
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        return input;
    }
}
