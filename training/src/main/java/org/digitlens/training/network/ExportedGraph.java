package org.digitlens.training.network;

import ai.djl.ndarray.types.Shape;
import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.digitlens.training.onnx.OnnxGraph;

/** A network's ONNX graph, with what its layers want a person to see: activations, and the class activation map. */
public final class ExportedGraph {

    /** A convolution's activations: an output {@code [batch, channels, height, width]} after its ReLU. */
    public record Activations(String name, Shape shape) {}

    /** Evidence for each label at each place; its spatial mean plus {@code bias} is the logit. */
    public record ClassActivation(String name, Shape shape, float[] bias) {}

    private final OnnxGraph onnx;
    private final List<Activations> activations = new ArrayList<>();
    private ClassActivation classActivation;

    /** A graph that offers nothing to see yet. */
    public ExportedGraph(OnnxGraph onnx) {
        this.onnx = onnx;
    }

    /** Adds a node, as {@link OnnxGraph#node}. */
    public String node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        return onnx.node(operator, inputs, output, attributes);
    }

    /** Adds a constant, as {@link OnnxGraph#constant}. */
    public String constant(String name, float[] values, long... shape) {
        return onnx.constant(name, values, shape);
    }

    /** Offers a computed value as the activations of a convolution. */
    public void showActivations(String name, Shape shape) {
        activations.add(new Activations(name, shape));
    }

    /** Offers a computed value as the class activation map. */
    public void showClassActivation(String name, Shape shape, float[] bias) {
        classActivation = new ClassActivation(name, shape, bias.clone());
    }

    /** The activations offered, in the order of the layers. */
    public List<Activations> activations() {
        return Collections.unmodifiableList(activations);
    }

    public Optional<ClassActivation> classActivation() {
        return Optional.ofNullable(classActivation);
    }

    /** The bytes of the {@code .onnx} file. */
    public byte[] toByteArray() {
        return onnx.toByteArray();
    }
}
