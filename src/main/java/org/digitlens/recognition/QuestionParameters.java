package org.digitlens.recognition;

import java.util.EnumSet;
import java.util.Set;

import jakarta.ws.rs.QueryParam;

import org.digitlens.chart.MapGrid;
import org.digitlens.web.ProblemException;

/** A question as it is written in an address. */
public class QuestionParameters extends ChartParameters {

    @QueryParam("model")
    private String model;

    @QueryParam("explain")
    private String explain;

    @QueryParam("layer")
    private String layer;

    @QueryParam("target")
    private String target;

    @QueryParam("grid")
    private String grid;

    /** @throws ProblemException when a parameter has a value that it cannot have */
    Question question() {
        return new Question(given(model), explanations(), given(layer), given(target), grid(), theme(), scale());
    }

    private MapGrid grid() {
        return switch (given(grid).orElse("wide")) {
            case "wide" -> MapGrid.WIDE;
            case "square" -> MapGrid.SQUARE;
            default -> throw wrong("grid", grid, "wide or square");
        };
    }

    private Set<Explanation> explanations() {
        Set<Explanation> explanations = EnumSet.noneOf(Explanation.class);
        for (String key : given(explain).orElse("").split(",")) {
            if (!key.isBlank()) {
                explanations.add(Explanation.of(key.strip()).orElseThrow(() ->
                    wrong("explain", key.strip(), "a comma list of " + Explanation.keys())));
            }
        }
        return explanations;
    }
}
