package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * A layer in which every unit sums over all values of its input, which must be flat: see {@link Flatten}.
 *
 * @param name name of the layer and of its result; the last layer of a network is {@code logits}
 * @param units number of units
 */
public record Dense(String name, int units, Nonlinearity nonlinearity) implements Layer {

    /** Name of the weights, {@code (units, inputs)}. */
    public String weight() {
        return name + ".weight";
    }

    /** Name of the biases, {@code (units)}. */
    public String bias() {
        return name + ".bias";
    }

    @Override
    public List<Parameter> parameters(Shape input) {
        if (input.dimension() != 1) {
            throw new IllegalArgumentException("dense layer " + name + " needs a flat input, not " + input);
        }
        return List.of(Parameter.weight(weight(), new Shape(units, input.get(0)), input.get(0)),
                Parameter.bias(bias(), units, 0f));
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(units);
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        return nonlinearity.of(Linear.linear(input, parameters.get(weight()), parameters.get(bias())).singletonOrThrow());
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        String weight = graph.constant(weight(), weights.get(weight()), units, inputShape.get(0));
        String bias = graph.constant(bias(), weights.get(bias()), units);
        String sums = graph.node("Gemm", List.of(input, weight, bias), name + ".sums", OnnxGraph.integer("transB", 1));
        return graph.node(nonlinearity.operator(), List.of(sums), name);
    }
}
