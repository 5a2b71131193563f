package org.digitlens.training.linear;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.stream.LongStream;
import org.digitlens.training.network.ExportedGraph;
import org.digitlens.training.network.Network;
import org.digitlens.training.onnx.OnnxGraph;
import org.digitlens.training.run.RunDescription;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/**
 * Tribuo's own ONNX export of a linear softmax, with nodes before, inside and after it that make it a model as the
 * application knows them. Weights and biases stay as Tribuo wrote them.
 *
 * <p>Before: raw pixels to 0..1, in the order in which Tribuo numbered those that it saw. Inside, between its weighted
 * sums and its softmax: their logarithmic softmax in the order of our labels, which is {@code logits}, divided by the
 * temperature. After: its output is called {@code probabilities}.
 */
final class LinearSoftmaxGraph {
    private static final String DOMAIN = "org.digitlens";

    private final OnnxGraph onnx = new OnnxGraph(LinearSoftmax.NAME);
    private final LinearSGDModel model;
    private final GraphProto tribuo;
    private final RunDescription run;

    private LinearSoftmaxGraph(LinearSGDModel model, RunDescription run) {
        this.model = model;
        this.run = run;
        tribuo = model.exportONNXModel(DOMAIN, 1).getGraph();
    }

    static ExportedGraph of(LinearSGDModel model, RunDescription run, double temperature) {
        return new LinearSoftmaxGraph(model, run).with(temperature);
    }

    private ExportedGraph with(double temperature) {
        features(tribuo.getInput(0).getName());
        tribuo.getInitializerList().forEach(onnx::include);
        for (NodeProto node : tribuo.getNodeList()) {
            NodeProto.Builder adapted = node.toBuilder();
            if (node.getOpType().equals("Softmax")) {
                adapted.setInput(0, tempered(node.getInput(0), temperature));
            }
            if (node.getOutput(0).equals(tribuo.getOutput(0).getName())) {
                adapted.setOutput(0, Network.PROBABILITIES);
            }
            onnx.include(adapted.build());
        }
        onnx.output(Network.PROBABILITIES, run.labels().size());
        onnx.output(Network.LOGITS, run.labels().size());
        return new ExportedGraph(onnx);
    }

    /** The picture as the features that Tribuo knows, in the order of their numbers. */
    private void features(String name) {
        String image = onnx.input(Network.IMAGE, 1, run.height(), run.width());
        String flat = onnx.node("Flatten", List.of(image), "flat", OnnxGraph.integer("axis", 1));
        String places = onnx.indices("places", LongStream.range(0, model.getFeatureIDMap().size())
                .map(id -> PixelFeatures.place(model.getFeatureIDMap().get((int) id).getName())).toArray());
        String known = onnx.node("Gather", List.of(flat, places), "known", OnnxGraph.integer("axis", 1));
        String full = onnx.constant("full", new float[] {PixelFeatures.FULL});
        onnx.node("Div", List.of(known, full), name);
    }

    private String tempered(String sums, double temperature) {
        String logarithms = onnx.node("LogSoftmax", List.of(sums), "logarithms", OnnxGraph.integer("axis", 1));
        String order = onnx.indices("order", run.labels().stream()
                .mapToLong(label -> model.getOutputIDInfo().getID(new Label(label))).toArray());
        onnx.node("Gather", List.of(logarithms, order), Network.LOGITS, OnnxGraph.integer("axis", 1));
        String divisor = onnx.constant("temperature", new float[] {(float) temperature});
        return onnx.node("Div", List.of(Network.LOGITS, divisor), "tempered");
    }
}
