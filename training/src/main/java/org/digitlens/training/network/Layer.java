package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * One step of a network. Shapes are of one sample, without the batch axis: {@code (channels, height, width)} for
 * pictures, {@code (features)} after them; arrays have the batch axis first.
 */
public interface Layer {

    /** The parameters that it needs for inputs of this shape; their names are unique within the network. */
    default List<Parameter> parameters(Shape input) {
        return List.of();
    }

    /** The shape of what it makes of an input of this shape. */
    Shape output(Shape input);

    /** Whether it can be computed on bfloat16 values; its own parameters are float32 all the same. */
    default boolean bearsHalfPrecision() {
        return false;
    }

    /** Computes it in DJL. With {@code training}, batch normalisation uses and updates statistics, dropout drops. */
    NDArray forward(NDArray input, ParameterSet parameters, boolean training);

    /** Writes the same computation, as it is after training, into an ONNX graph; returns the name of its result. */
    String export(ExportedGraph graph, String input, Shape inputShape, Weights weights);
}
