package org.digitlens.training.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.digitlens.training.network.Parameter;
import org.digitlens.training.network.ParameterSet;
import org.digitlens.training.network.Weights;

/**
 * Stochastic gradient descent with momentum and weight decay, and the exponential moving average of what it finds. DJL's
 * own optimiser keeps its momentum to itself; a run that resumes exactly needs to save it.
 */
final class Descent implements AutoCloseable {
    private final NDManager manager;
    private final ParameterSet parameters;
    private final Recipe recipe;
    private final Map<String, NDArray> velocities = new LinkedHashMap<>();
    private final Map<String, NDArray> averages = new LinkedHashMap<>();

    /** Continues from saved velocities and averages. */
    Descent(NDManager parent, ParameterSet parameters, Recipe recipe, Weights velocity, Weights average) {
        this.manager = parent.newSubManager();
        this.parameters = parameters;
        this.recipe = recipe;
        for (Parameter p : parameters.declared()) {
            if (p.learned()) {
                velocities.put(p.name(), manager.create(velocity.get(p.name()), p.shape()));
            }
            averages.put(p.name(), manager.create(average.get(p.name()), p.shape()));
        }
    }

    /** Velocities to begin with: 0. */
    static Weights still(Iterable<Parameter> parameters) {
        Map<String, float[]> zeros = new LinkedHashMap<>();
        for (Parameter p : parameters) {
            if (p.learned()) {
                zeros.put(p.name(), new float[(int) p.shape().size()]);
            }
        }
        return new Weights(zeros);
    }

    /**
     * Takes one step along the gradients that were computed last, and clears them.
     *
     * @param step number of the step in the whole run, from 0: the average forgets its beginning faster
     */
    void step(double rate, long step) {
        double decay = Math.min(recipe.averaging(), (1.0 + step) / (10.0 + step));
        try (NDManager scratch = manager.newSubManager()) {
            for (Parameter p : parameters.declared()) {
                NDArray value = parameters.get(p.name());
                if (p.learned()) {
                    descend(p, value, rate, scratch);
                }
                NDArray average = averages.get(p.name());
                NDArray difference = value.duplicate();
                difference.attach(scratch);
                average.addi(difference.subi(average).muli(1 - decay));
            }
        }
    }

    private void descend(Parameter p, NDArray value, double rate, NDManager scratch) {
        NDArray gradient = value.getGradient();
        gradient.attach(scratch);
        NDArray velocity = velocities.get(p.name());
        velocity.muli(recipe.momentum()).addi(gradient);
        if (p.kind() == Parameter.Kind.WEIGHT) {
            NDArray decay = value.mul(recipe.weightDecay());
            decay.attach(scratch);
            velocity.addi(decay);
        }
        NDArray move = velocity.mul(rate);
        move.attach(scratch);
        value.subi(move);
        gradient.subi(gradient);
    }

    Weights velocity() {
        return copy(velocities);
    }

    Weights average() {
        return copy(averages);
    }

    private static Weights copy(Map<String, NDArray> arrays) {
        Map<String, float[]> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return new Weights(values);
    }

    @Override
    public void close() {
        manager.close();
    }
}
