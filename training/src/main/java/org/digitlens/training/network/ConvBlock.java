package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import java.util.List;
import org.digitlens.training.onnx.OnnxGraph;

/**
 * A convolution that keeps the picture's size, batch normalisation, ReLU. Exported, the normalisation is folded into
 * the convolution's weights and bias.
 *
 * @param name name of the layer and of its activations, such as {@code conv1}
 * @param kernel side of the kernel in pixels, odd
 * @param channels number of output channels
 */
public record ConvBlock(String name, int kernel, int channels) implements Layer {
    private static final float EPSILON = 1e-5f;
    private static final float MOMENTUM = 0.9f;

    @Override
    public List<Parameter> parameters(Shape input) {
        long inputs = input.get(0);
        return List.of(
                Parameter.weight(name + ".weight", new Shape(channels, inputs, kernel, kernel),
                        inputs * kernel * kernel),
                Parameter.bias(name + ".scale", channels, 1f),
                Parameter.bias(name + ".shift", channels, 0f),
                Parameter.statistic(name + ".mean", channels, 0f),
                Parameter.statistic(name + ".variance", channels, 1f));
    }

    @Override
    public Shape output(Shape input) {
        return new Shape(channels, input.get(1), input.get(2));
    }

    @Override
    public boolean bearsHalfPrecision() {
        return true;
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet p, boolean training) {
        Shape padding = new Shape(kernel / 2, kernel / 2);
        NDArray weight = p.get(name + ".weight");
        if (BFloat16.is(input)) {
            weight = BFloat16.lower(weight, input.getManager());
        }
        NDArray convolved = Conv2d.conv2d(input, weight, null, new Shape(1, 1), padding,
                new Shape(1, 1), 1).singletonOrThrow();
        NDArray normalised = BatchNorm.batchNorm(convolved, p.get(name + ".mean"), p.get(name + ".variance"),
                p.get(name + ".scale"), p.get(name + ".shift"), 1, MOMENTUM, EPSILON, training).singletonOrThrow();
        return Activation.relu(normalised);
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        long inputs = inputShape.get(0);
        float[] weight = weights.get(name + ".weight").clone();
        float[] bias = foldNormalisation(weight, weights);
        String w = graph.constant(name + ".weight", weight, channels, inputs, kernel, kernel);
        String b = graph.constant(name + ".bias", bias, channels);
        long pad = kernel / 2;
        String convolved = graph.node("Conv", List.of(input, w, b), name + ".convolved",
                OnnxGraph.ints("kernel_shape", kernel, kernel), OnnxGraph.ints("pads", pad, pad, pad, pad));
        graph.showActivations(name, output(inputShape));
        return graph.node("Relu", List.of(convolved), name);
    }

    /** Scales the weights in place, and returns the bias that does the rest of the normalisation. */
    private float[] foldNormalisation(float[] weight, Weights weights) {
        float[] scale = weights.get(name + ".scale");
        float[] shift = weights.get(name + ".shift");
        float[] mean = weights.get(name + ".mean");
        float[] variance = weights.get(name + ".variance");
        float[] bias = new float[channels];
        int perChannel = weight.length / channels;
        for (int c = 0; c < channels; c++) {
            double factor = scale[c] / Math.sqrt((double) variance[c] + EPSILON);
            for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
                weight[i] = (float) (weight[i] * factor);
            }
            bias[c] = (float) (shift[c] - mean[c] * factor);
        }
        return bias;
    }
}
