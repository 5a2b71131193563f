package org.digitlens.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * An ONNX graph of float32 tensors in the making: opset 13, IR version 7, the first axis of every input and output
 * free ({@code batch}). Values are referred to by name.
 */
public final class OnnxGraph {
    private static final int OPSET = 13;
    private static final int IR_VERSION = 7;
    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

    private final GraphProto.Builder graph;

    public OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    /** Declares an input of the given shape, without its batch axis, and returns its name. */
    public String input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /** Declares a computed value as an output of the given shape, without its batch axis. Order matters. */
    public void output(String name, long... shape) {
        graph.addOutput(value(name, shape));
    }

    /** Adds a constant tensor in row-major order and returns its name. An empty shape is a scalar. */
    public String constant(String name, float[] values, long... shape) {
        long expected = 1;
        for (long size : shape) {
            expected *= size;
        }
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    "constant " + name + " needs " + expected + " values, found " + values.length);
        }
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        for (long size : shape) {
            tensor.addDims(size);
        }
        for (float v : values) {
            tensor.addFloatData(v);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a constant list of places along an axis, 64-bit integers, and returns its name. */
    public String indices(String name, long... places) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name)
                .setDataType(TensorProto.DataType.INT64.getNumber()).addDims(places.length);
        for (long place : places) {
            tensor.addInt64Data(place);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a constant of another graph as it is. */
    public void include(TensorProto constant) {
        graph.addInitializer(constant);
    }

    /** Adds a node of another graph as it is. */
    public void include(NodeProto node) {
        graph.addNode(node);
    }

    /** Adds a node of one output, named as that output, and returns the name. */
    public String node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** A list of integers, such as {@code kernel_shape}. */
    public static AttributeProto ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long v : values) {
            attribute.addInts(v);
        }
        return attribute.build();
    }

    /** One integer, such as {@code axis}. */
    public static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    /** The bytes of the {@code .onnx} file. */
    public byte[] toByteArray() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("DigitLens")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, long... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        for (long size : shape) {
            dimensions.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(dimensions)))
                .build();
    }
}
