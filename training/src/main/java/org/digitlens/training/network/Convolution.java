package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * A plain convolution, as networks had before batch normalisation: no padding, so that the picture shrinks by
 * {@code kernel - 1}, then a bias, then ReLU.
 *
 * @param name name of the layer and of its activations, such as {@code conv1}
 * @param kernel side of the kernel in pixels
 * @param channels number of output channels
 */
public record Convolution(String name, int kernel, int channels) implements Layer {

    @Override
    public List<Parameter> parameters(Shape input) {
        long inputs = input.get(0);
        return List.of(
                Parameter.weight(name + ".weight", new Shape(channels, inputs, kernel, kernel), inputs * kernel * kernel),
                Parameter.bias(name + ".bias", channels, 0f));
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(channels, input.get(1) - kernel + 1, input.get(2) - kernel + 1);
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        return Activation.relu(Conv2d.conv2d(input, parameters.get(name + ".weight"), parameters.get(name + ".bias"),
                new Shape(1, 1), new Shape(0, 0), new Shape(1, 1), 1).singletonOrThrow());
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        String weight = graph.constant(name + ".weight", weights.get(name + ".weight"), channels, inputShape.get(0),
                kernel, kernel);
        String bias = graph.constant(name + ".bias", weights.get(name + ".bias"), channels);
        String convolved = graph.node("Conv", List.of(input, weight, bias), name + ".convolved",
                OnnxGraph.ints("kernel_shape", kernel, kernel));
        graph.showActivations(name, output(inputShape));
        return graph.node("Relu", List.of(convolved), name);
    }
}
