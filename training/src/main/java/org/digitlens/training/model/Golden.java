package org.digitlens.training.model;

import java.util.List;

/** {@code golden.json}: inputs drawn from strokes, and what the trained network made of them in DJL. */
public record Golden(List<Case> inputs) {

    /**
     * One input.
     *
     * @param image row-major, 0..255, bright ink on dark
     * @param logits in DJL
     * @param probabilities softmax of those over the temperature
     */
    public record Case(String name, int[] image, float[] logits, double[] probabilities) {}
}
