package org.digitlens.training.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.training.data.NormalisedPicture;

/** Inputs that belong to nobody's data set: every digit by several hands, drawn from strokes. */
final class DrawnInputs {
    private static final int CANVAS = 280;

    private DrawnInputs() {}

    /** Normalised pictures, row-major, 0..255, by name, such as {@code 7 crossed}. */
    static Map<String, int[]> all() {
        Map<String, int[]> inputs = new LinkedHashMap<>();
        for (Ink ink : Ink.all()) {
            NormalisedPicture.of(InkPainter.canvas(CANVAS).paint(ink))
                    .ifPresent(image -> inputs.put(ink.toString(), image));
        }
        return inputs;
    }
}
