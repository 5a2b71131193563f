package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * A network: from grey pictures with raw values 0..255, bright ink on dark, to one logit per label.
 *
 * @param name its name on the command line
 * @param input shape of one picture: {@code (1, height, width)}
 * @param layers first to last; the last one's output is the logits
 */
public record Network(String name, Shape input, List<Layer> layers) {
    public static final String IMAGE = "image";
    public static final String LOGITS = "logits";
    public static final String PROBABILITIES = "probabilities";

    public Network {
        layers = List.copyOf(layers);
    }

    /** All parameters, in the order of the layers. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        Shape shape = input;
        for (Layer layer : layers) {
            all.addAll(layer.parameters(shape));
            shape = layer.output(shape);
        }
        return all;
    }

    /** Number of learned values. */
    public long size() {
        return parameters().stream().filter(Parameter::learned).mapToLong(p -> p.shape().size()).sum();
    }

    /** Logits {@code (batch, labels)} of images {@code (batch, 1, height, width)}, computed in DJL. */
    public NDArray forward(NDArray images, ParameterSet parameters, boolean training) {
        return forward(images, parameters, training, false);
    }

    /**
     * The same, in bfloat16 where a layer's values lose nothing that matters by it.
     *
     * @param half whether to
     */
    public NDArray forward(NDArray images, ParameterSet parameters, boolean training, boolean half) {
        NDArray values = images;
        for (Layer layer : layers) {
            values = half && layer.bearsHalfPrecision()
                    ? BFloat16.lower(values, values.getManager())
                    : BFloat16.raise(values);
            values = layer.forward(values, parameters, training);
        }
        return values;
    }

    /**
     * The trained network as ONNX: {@code image} to {@code probabilities}, {@code logits}, the class activation map
     * where there is one, and each convolution's activations, in this order. The temperature divides the logits
     * before the softmax, inside the graph.
     */
    public ExportedGraph export(Weights weights, double temperature) {
        OnnxGraph onnx = new OnnxGraph(name);
        ExportedGraph graph = new ExportedGraph(onnx);
        String value = onnx.input(IMAGE, input.getShape());
        Shape shape = input;
        for (Layer layer : layers) {
            value = layer.export(graph, value, shape, weights);
            shape = layer.output(shape);
        }
        if (!value.equals(LOGITS)) {
            throw new IllegalStateException("the last layer of " + name + " must name its result logits, not " + value);
        }
        String divisor = onnx.constant("temperature", new float[] {(float) temperature});
        String tempered = onnx.node("Div", List.of(LOGITS, divisor), "tempered");
        onnx.node("Softmax", List.of(tempered), PROBABILITIES, OnnxGraph.integer("axis", -1));
        onnx.output(PROBABILITIES, shape.getShape());
        onnx.output(LOGITS, shape.getShape());
        graph.classActivation().ifPresent(map -> onnx.output(map.name(), map.shape().getShape()));
        graph.activations().forEach(a -> onnx.output(a.name(), a.shape().getShape()));
        return graph;
    }
}
