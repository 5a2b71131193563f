package org.digitlens.classifier;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.interop.onnx.LabelTransformer;

/**
 * Lets Tribuo run a model that has more outputs than its scores: the first output becomes the prediction, and of the
 * others those that the example asks for are copied onto the example before Tribuo closes them. State lives on the
 * example alone, so threads do not meet here.
 */
final class TensorKeeper extends LabelTransformer {

    private static final long serialVersionUID = 1L;
    private static final String WANTED = "wanted";
    private static final String KEPT = "kept";

    private final List<String> outputs;

    /** @param outputs names of the model's outputs, in their order; the first holds probabilities */
    TensorKeeper(List<String> outputs) {
        super(true);
        this.outputs = List.copyOf(outputs);
    }

    /** Marks the outputs that are to be kept when the example is predicted. */
    static void want(Example<Label> example, Set<String> names) {
        example.setMetadataValue(WANTED, names);
    }

    /** The outputs that were kept, by name. */
    @SuppressWarnings("unchecked") // written below and nowhere else
    static Map<String, FeatureMaps> kept(Example<Label> example) {
        return (Map<String, FeatureMaps>) example.getMetadataValue(KEPT).orElse(Map.of());
    }

    @Override
    public Prediction<Label> transformToPrediction(List<OnnxValue> values, ImmutableOutputInfo<Label> labels,
                                                   int numberOfFeatures, Example<Label> example) {
        example.getMetadataValue(WANTED).ifPresent(wanted -> {
            var kept = new HashMap<String, FeatureMaps>();
            for (int i = 0; i < outputs.size(); i++) {
                if (((Set<?>) wanted).contains(outputs.get(i))) {
                    kept.put(outputs.get(i), copy((OnnxTensor) values.get(i)));
                }
            }
            example.setMetadataValue(KEPT, kept);
        });
        return super.transformToPrediction(values.subList(0, 1), labels, numberOfFeatures, example);
    }

    private static FeatureMaps copy(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        FloatBuffer buffer = tensor.getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return new FeatureMaps((int) shape[1], shape.length < 4 ? 1 : (int) shape[2], shape.length < 4 ? 1 : (int) shape[3],
            values);
    }
}
