package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * The largest value of each square of {@code size} x {@code size} pixels.
 *
 * @param name name of its result in the exported graph
 */
public record MaxPool(String name, int size) implements Layer {

    @Override
    public Shape output(Shape input) {
        return new Shape(input.get(0), input.get(1) / size, input.get(2) / size);
    }

    @Override
    public boolean bearsHalfPrecision() {
        return true;
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        Shape square = new Shape(size, size);
        return Pool.maxPool2d(input, square, square, new Shape(0, 0), false);
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        return graph.node("MaxPool", List.of(input), name,
                OnnxGraph.ints("kernel_shape", size, size), OnnxGraph.ints("strides", size, size));
    }
}
