package org.digitlens.recognition;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.Theme;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** A question as it is written in an address. */
public class QuestionParameters {

    @QueryParam("model")
    private String model;

    @QueryParam("explain")
    private String explain;

    @QueryParam("layer")
    private String layer;

    @QueryParam("target")
    private String target;

    @QueryParam("theme")
    private String theme;

    @QueryParam("scale")
    private String scale;

    /** @throws ProblemException when a parameter has a value that it cannot have */
    Question question() {
        return new Question(given(model), explanations(), given(layer), given(target), theme(), scale());
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

    private Theme theme() {
        return switch (given(theme).orElse("light")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw wrong("theme", theme, "light or dark");
        };
    }

    private int scale() {
        String given = given(scale).orElse("1");
        if (!given.matches("[1-" + Question.MAX_SCALE + "]")) {
            throw wrong("scale", given, "a whole number, 1 to " + Question.MAX_SCALE);
        }
        return Integer.parseInt(given);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static ProblemException wrong(String field, String found, String expected) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field,
            String.format(Locale.ROOT, "Found %s; expected %s.", found, expected)));
    }
}
