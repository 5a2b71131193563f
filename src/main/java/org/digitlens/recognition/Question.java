package org.digitlens.recognition;

import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.MapGrid;
import org.digitlens.chart.Theme;
import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

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

    /**
     * The model that shall answer.
     *
     * @throws ProblemException when there is none of that name, or the default one is not loaded
     */
    DigitClassifier classifier(ModelCatalogue catalogue) {
        String name = model.orElse(catalogue.defaultName());
        return catalogue.find(name).orElseThrow(() -> model.isPresent() ? unknownModel(name, catalogue)
            : new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE, "The model " + name + " is not loaded; /health/ready says why.")));
    }

    /** The problem of a name that no model has. */
    static ProblemException unknownModel(String name, ModelCatalogue catalogue) {
        return new ProblemException(Problem.ofField(Status.NOT_FOUND, "model", "There is no model " + DataUrl.shown(name)
            + "; expected one of " + String.join(", ", catalogue.names()) + "."));
    }
}
