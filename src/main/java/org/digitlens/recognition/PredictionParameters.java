package org.digitlens.recognition;

import jakarta.ws.rs.QueryParam;

import org.digitlens.web.ProblemException;

/** A question about one digit, as it is written in an address. */
public class PredictionParameters extends QuestionParameters {

    @QueryParam("normalized")
    private String normalized;

    /**
     * Whether the picture is what a network gets to see already.
     *
     * @throws ProblemException when it is neither true nor false
     */
    boolean normalized() {
        return switch (given(normalized).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("normalized", normalized, "true or false");
        };
    }
}
