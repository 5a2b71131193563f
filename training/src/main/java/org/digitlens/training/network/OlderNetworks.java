package org.digitlens.training.network;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * What older systems read digits with, to stand beside today's: no batch normalisation, and dense layers at the end, so
 * that there is no class activation map. Hidden layers are as wide as fits into a model file of 600 KB for ten labels.
 * Each {@link Networks.Plan plan} takes the network's name, the shape of a picture and the number of labels.
 */
final class OlderNetworks {
    private OlderNetworks() {}

    /** Three dense layers: two with ReLU, and the labels. */
    static Network dense(String name, Shape input, int labels) {
        return new Network(name, input, List.of(
                new Normalise(),
                new Flatten(),
                new Dense("dense1", 160, Nonlinearity.RELU),
                new Dense("dense2", 80, Nonlinearity.RELU),
                logits(labels)));
    }

    /**
     * A deep belief network (Hinton, Osindero, Teh 2006), once fine-tuned: layers of sigmoid units, each of which is a
     * restricted Boltzmann machine while it is pre-trained, and the labels.
     */
    static Network deepBelief(String name, Shape input, int labels) {
        return new Network(name, input, List.of(
                new Intensity(),
                new Flatten(),
                new Dense("dense1", 144, Nonlinearity.SIGMOID),
                new Dense("dense2", 96, Nonlinearity.SIGMOID),
                new Dense("dense3", 64, Nonlinearity.SIGMOID),
                logits(labels)));
    }

    /** Two convolutions, 5x5 and 3x3, with pooling after each, dropout, and a wide dense layer. */
    static Network lenet(String name, Shape input, int labels) {
        return new Network(name, input, List.of(
                new Normalise(),
                new Convolution("conv1", 5, 8),
                new MaxPool("pool1", 2),
                new Convolution("conv2", 3, 16),
                new MaxPool("pool2", 2),
                new Dropout(0.2f),
                new Flatten(),
                new Dense("dense1", 256, Nonlinearity.RELU),
                logits(labels)));
    }

    /** Pairs of 5x5 and of 3x3 convolutions with pooling after each, and a narrow dense layer. */
    static Network classicCnn(String name, Shape input, int labels) {
        return new Network(name, input, List.of(
                new Normalise(),
                new Convolution("conv1", 5, 16),
                new Convolution("conv2", 5, 32),
                new MaxPool("pool1", 2),
                new Convolution("conv3", 3, 64),
                new Convolution("conv4", 3, 128),
                new MaxPool("pool2", 2),
                new Flatten(),
                new Dense("dense1", 32, Nonlinearity.RELU),
                logits(labels)));
    }

    private static Dense logits(int labels) {
        return new Dense(Network.LOGITS, labels, Nonlinearity.NONE);
    }
}
