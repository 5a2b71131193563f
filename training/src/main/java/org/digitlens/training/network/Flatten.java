package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/** Channels, rows and columns as one row of values, for the dense layers after it. */
public record Flatten() implements Layer {

    @Override
    public Shape output(Shape input) {
        return new Shape(input.size());
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        return input.reshape(input.getShape().get(0), -1);
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        return graph.node("Flatten", List.of(input), "flat", OnnxGraph.integer("axis", 1));
    }
}
