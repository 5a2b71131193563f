package org.digitlens.classifier;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

/** Holds a model file against its manifest: names, order and shapes of inputs and outputs. */
final class GraphCheck {

    private GraphCheck() { }

    static void check(ModelManifest manifest, Path file) throws OrtException, InvalidModelException {
        try (var options = DigitClassifier.options();
             OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options)) {
            expect("inputs", List.of(manifest.inputTensor()), List.copyOf(session.getInputNames()));
            expect("outputs", manifest.outputs(), List.copyOf(session.getOutputNames()));
            shape(session.getInputInfo(), manifest.inputTensor(), 1, ModelManifest.SIDE, ModelManifest.SIDE);
            int labels = manifest.labels().size();
            shape(session.getOutputInfo(), manifest.probabilities(), labels);
            shape(session.getOutputInfo(), manifest.logits(), labels);
            for (ModelManifest.Layer layer : manifest.layers()) {
                shape(session.getOutputInfo(), layer.name(), layer.channels(), layer.height(), layer.width());
            }
            if (manifest.classActivation().isPresent()) {
                long[] found = found(session.getOutputInfo(), manifest.classActivation().get());
                if (found.length != 4 || found[1] != labels) {
                    throw new InvalidModelException("model.onnx: expected one class activation map for each of " + labels
                        + " labels, found shape " + Arrays.toString(found));
                }
            }
        }
    }

    private static void expect(String what, List<String> expected, List<String> found) throws InvalidModelException {
        if (!expected.equals(found)) {
            throw new InvalidModelException("model.onnx: expected the " + what + " " + expected + " that manifest.json names, found "
                + found);
        }
    }

    /** The batch, the first dimension, is free. */
    private static void shape(Map<String, NodeInfo> nodes, String name, long... expected) throws InvalidModelException {
        long[] found = found(nodes, name);
        if (found.length != expected.length + 1 || !Arrays.equals(expected, Arrays.copyOfRange(found, 1, found.length))) {
            throw new InvalidModelException("model.onnx: expected " + name + " of shape [batch, "
                + Arrays.toString(expected).substring(1) + ", found " + Arrays.toString(found));
        }
    }

    private static long[] found(Map<String, NodeInfo> nodes, String name) throws InvalidModelException {
        if (nodes.get(name).getInfo() instanceof TensorInfo tensor) {
            return tensor.getShape();
        }
        throw new InvalidModelException("model.onnx: expected " + name + " to be a tensor, found " + nodes.get(name));
    }
}
