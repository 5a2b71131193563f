package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.UnaryOperator;

/** What a unit makes of its weighted sum. */
public enum Nonlinearity {
    /** The sum itself. */
    NONE(values -> values, "Identity"),
    /** The sum where it is positive, 0 elsewhere. */
    RELU(Activation::relu, "Relu"),
    /** The logistic function, 0..1: the probability that a unit of a Boltzmann machine is on. */
    SIGMOID(Activation::sigmoid, "Sigmoid");

    private final UnaryOperator<NDArray> function;
    private final String operator;

    Nonlinearity(UnaryOperator<NDArray> function, String operator) {
        this.function = function;
        this.operator = operator;
    }

    /** Computes it in DJL, value by value. */
    NDArray of(NDArray sums) {
        return function.apply(sums);
    }

    /** The same as an operator of ONNX. */
    String operator() {
        return operator;
    }
}
