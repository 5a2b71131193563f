package org.digitlens.recognition;

import java.util.Optional;
import java.util.Set;

import org.digitlens.chart.MapGrid;
import org.digitlens.chart.Theme;

/**
 * What somebody wants to know about a picture, beside the answer itself.
 *
 * @param model   name of the model to ask; the default one if empty
 * @param explain pictures to draw
 * @param layer   the convolution whose activations are drawn; the first if empty
 * @param target  the label that the class activation map is for; the winner if empty
 * @param grid    how the activation maps are laid out
 * @param theme   colours of the pictures
 * @param scale   pixels a unit of the pictures, 1 to {@value #MAX_SCALE}
 */
public record Question(Optional<String> model, Set<Explanation> explain, Optional<String> layer, Optional<String> target,
                       MapGrid grid, Theme theme, int scale) {

    /** Sharpest scale that pictures are drawn in. */
    public static final int MAX_SCALE = 3;

    public Question {
        explain = Set.copyOf(explain);
        if (scale < 1 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("expected a scale of 1 to " + MAX_SCALE + ", found " + scale);
        }
    }

    /** The answer alone, by the default model. */
    public static Question plain() {
        return explained(Set.of());
    }

    /** By the default model, in the default colours, with the given pictures. */
    public static Question explained(Set<Explanation> explain) {
        return new Question(Optional.empty(), explain, Optional.empty(), Optional.empty(), MapGrid.WIDE, Theme.LIGHT, 1);
    }
}
