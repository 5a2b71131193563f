package org.digitlens.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** Raw values 0..255 to 0..1, which a Boltzmann machine takes for probabilities. Learns nothing. */
public record Intensity() implements Layer {
    private static final float FULL = 255f;

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public NDArray forward(NDArray input, ParameterSet parameters, boolean training) {
        return input.div(FULL);
    }

    @Override
    public String export(ExportedGraph graph, String input, Shape inputShape, Weights weights) {
        String full = graph.constant("full", new float[] {FULL});
        return graph.node("Div", List.of(input, full), "intensity");
    }
}
