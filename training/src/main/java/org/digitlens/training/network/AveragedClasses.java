package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * Global average pooling, then one linear layer to a logit per label. Exported the other way round, which is the same
 * since both are linear: a 1x1 convolution by the class weights is the class activation map, its spatial mean plus
 * the bias the logit, so that the map explains the logit exactly.
 *
 * @param labels number of labels
 */
public record AveragedClasses(int labels) implements Layer {
    private static final String WEIGHT = "classes.weight";
    private static final String BIAS = "classes.bias";

    @Override
    public List<Parameter> parameters(Shape input) {
        return List.of(
                Parameter.weight(WEIGHT, new Shape(labels, input.get(0)), input.get(0)),
                Parameter.bias(BIAS, labels, 0f));
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(labels);
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        NDArray features = Pool.globalAvgPool2d(input);
        return Linear.linear(features, parameters.get(WEIGHT), parameters.get(BIAS)).singletonOrThrow();
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        String weight = graph.constant(WEIGHT, weights.get(WEIGHT), labels, inputShape.get(0), 1, 1);
        String bias = graph.constant(BIAS, weights.get(BIAS), labels);
        String map = graph.node("Conv", List.of(input, weight), "cam", OnnxGraph.ints("kernel_shape", 1, 1));
        graph.showClassActivation(map, new Shape(labels, inputShape.get(1), inputShape.get(2)), weights.get(BIAS));
        String averaged = graph.node("GlobalAveragePool", List.of(map), "cam.averaged");
        String flat = graph.node("Flatten", List.of(averaged), "cam.mean", OnnxGraph.integer("axis", 1));
        return graph.node("Add", List.of(flat, bias), "logits");
    }
}
