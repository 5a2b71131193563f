package org.digitlens.recognition;

import java.util.Locale;
import java.util.Optional;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.Theme;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** How a chart shall look, as it is written in an address. */
public class ChartParameters {

    @QueryParam("theme")
    private String theme;

    @QueryParam("scale")
    private String scale;

    /** @throws ProblemException when it is neither light nor dark */
    Theme theme() {
        return switch (given(theme).orElse("light")) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> throw wrong("theme", theme, "light or dark");
        };
    }

    /** @throws ProblemException when it is no scale that charts are drawn in */
    int scale() {
        String given = given(scale).orElse("1");
        if (!given.matches("[1-" + Question.MAX_SCALE + "]")) {
            throw wrong("scale", given, "a whole number, 1 to " + Question.MAX_SCALE);
        }
        return Integer.parseInt(given);
    }

    /** A parameter that may be missing, or empty, which is the same. */
    static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    static ProblemException wrong(String field, String found, String expected) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field,
            String.format(Locale.ROOT, "Found %s; expected %s.", DataUrl.shown(found), expected)));
    }
}
