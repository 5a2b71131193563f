package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A network's parameters as native arrays, by name. Owns its memory: close it. */
public final class ParameterSet implements AutoCloseable {
    private final NDManager manager;
    private final List<Parameter> declared;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private ParameterSet(NDManager parent, List<Parameter> declared) {
        this.manager = parent.newSubManager();
        this.declared = List.copyOf(declared);
    }

    /** Parameters at their starting values; the seed fixes them, whatever the engine. */
    public static ParameterSet initial(NDManager parent, List<Parameter> declared, long seed) {
        ParameterSet set = new ParameterSet(parent, declared);
        RandomGenerator random = new SplittableRandom(seed);
        for (Parameter p : set.declared) {
            float[] values = new float[(int) p.shape().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = p.deviation() == 0 ? p.mean() : p.mean() + p.deviation() * (float) random.nextGaussian();
            }
            set.arrays.put(p.name(), set.manager.create(values, p.shape()));
        }
        return set;
    }

    /** Parameters with the given values. */
    public static ParameterSet of(NDManager parent, List<Parameter> declared, Weights weights) {
        ParameterSet set = new ParameterSet(parent, declared);
        for (Parameter p : set.declared) {
            float[] values = weights.get(p.name());
            if (values.length != p.shape().size()) {
                throw new IllegalArgumentException("parameter " + p.name() + " has shape " + p.shape()
                        + ", but " + values.length + " values were given");
            }
            set.arrays.put(p.name(), set.manager.create(values, p.shape()));
        }
        return set;
    }

    /** Asks for gradients of all learned parameters. */
    public void trainable() {
        for (Parameter p : declared) {
            if (p.learned()) {
                get(p.name()).setRequiresGradient(true);
            }
        }
    }

    public List<Parameter> declared() {
        return declared;
    }

    public NDArray get(String name) {
        NDArray found = arrays.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + arrays.keySet());
        }
        return found;
    }

    /** Copies the values out. */
    public Weights snapshot() {
        Map<String, float[]> values = new LinkedHashMap<>();
        arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
        return new Weights(values);
    }

    @Override
    public void close() {
        manager.close();
    }
}
