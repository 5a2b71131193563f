package org.digitlens.training.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.training.data.NormalisedPicture;

/** Inputs that belong to nobody's data set: signs by several hands, drawn from strokes. */
final class DrawnInputs {
    private static final int CANVAS = 280;

    private DrawnInputs() {}

    /**
     * Normalised pictures, row-major, 0..255, by name, such as {@code 7 crossed}: of the labels that there are strokes for,
     * or of all digits where that is none.
     */
    static Map<String, int[]> of(List<String> labels) {
        List<Ink> known = Stream.concat(Ink.all().stream(), Ink.letters().stream())
                .filter(ink -> labels.contains(ink.label())).toList();
        Map<String, int[]> inputs = new LinkedHashMap<>();
        for (Ink ink : known.isEmpty() ? Ink.all() : known) {
            NormalisedPicture.of(InkPainter.canvas(CANVAS).paint(ink))
                    .ifPresent(image -> inputs.put(ink.toString(), image));
        }
        return inputs;
    }
}
