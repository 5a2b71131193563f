package org.digitlens.training.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.digitlens.training.network.Dense;
import org.digitlens.training.network.Parameter;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;

/**
 * A restricted Boltzmann machine: a dense layer's inputs and its sigmoid units, each of which is on with a probability
 * that depends on the others'. It learns to make its inputs up again from its units, by one step of contrastive
 * divergence (CD-1: Hinton, Training products of experts by minimizing contrastive divergence, 2002). Weights and biases
 * of the units are the dense layer's own, under its names; the biases of the inputs are only needed while it learns.
 */
final class BoltzmannMachine implements AutoCloseable {
    private static final double RATE = 0.1;
    private static final double WEIGHT_DECAY = 2e-4;

    private final NDManager manager;
    private final Dense layer;
    private final ParameterSet values;
    private final ParameterSet velocities;

    BoltzmannMachine(NDManager parent, Dense layer, Shape input, Weights values, Weights velocities) {
        this.manager = parent.newSubManager();
        this.layer = layer;
        this.values = ParameterSet.of(manager, parameters(layer, input), values);
        this.velocities = ParameterSet.of(manager, parameters(layer, input), velocities);
    }

    /** The layer's own parameters, and a bias for each of its inputs. */
    static List<Parameter> parameters(Dense layer, Shape input) {
        List<Parameter> own = layer.parameters(input);
        return List.of(own.get(0), own.get(1), Parameter.bias(inputBias(layer), input.size(), 0f));
    }

    private static String inputBias(Dense layer) {
        return layer.name() + ".input.bias";
    }

    /**
     * Takes one step towards inputs like these. The engine's random numbers decide which units are on.
     *
     * @param inputs probabilities {@code (batch, inputs)}, 0..1
     * @param momentum share of the last step that is kept
     * @return mean squared difference of the inputs and what is made up again
     */
    double step(NDArray inputs, double momentum) {
        NDArray units = units(inputs);
        NDArray on = units.gt(inputs.getManager().randomUniform(0, 1, units.getShape())).toType(DataType.FLOAT32, false);
        NDArray madeUp = Activation.sigmoid(on.matMul(values.get(layer.weight())).add(values.get(inputBias(layer))));
        NDArray again = units(madeUp);
        long batch = inputs.getShape().get(0);
        NDArray agreement = units.transpose().matMul(inputs).sub(again.transpose().matMul(madeUp)).div(batch);
        NDArray decay = values.get(layer.weight()).mul(WEIGHT_DECAY);
        decay.attach(inputs.getManager());
        move(layer.weight(), agreement.sub(decay), momentum);
        move(layer.bias(), units.sub(again).mean(new int[] {0}), momentum);
        NDArray difference = inputs.sub(madeUp);
        move(inputBias(layer), difference.mean(new int[] {0}), momentum);
        return difference.square().mean().getFloat();
    }

    /** Probabilities that the units are on. */
    private NDArray units(NDArray inputs) {
        return Activation.sigmoid(
                Linear.linear(inputs, values.get(layer.weight()), values.get(layer.bias())).singletonOrThrow());
    }

    private void move(String name, NDArray direction, double momentum) {
        NDArray velocity = velocities.get(name);
        velocity.muli(momentum).addi(direction.mul(RATE));
        values.get(name).addi(velocity);
    }

    Weights values() {
        return values.snapshot();
    }

    Weights velocities() {
        return velocities.snapshot();
    }

    @Override
    public void close() {
        manager.close();
    }
}
