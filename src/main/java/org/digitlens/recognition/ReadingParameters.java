package org.digitlens.recognition;

import java.util.OptionalInt;

import jakarta.ws.rs.QueryParam;

import org.digitlens.web.ProblemException;

/** A question about the digits of a number, as it is written in an address. */
public class ReadingParameters extends QuestionParameters {

    @QueryParam("digit")
    private String digit;

    /**
     * Index of the one digit that shall be explained; empty for all.
     *
     * @throws ProblemException when it is no index
     */
    OptionalInt digit() {
        String given = given(digit).orElse("");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!given.matches("[0-9]{1,6}")) {
            throw wrong("digit", given, "the index of a digit, from 0");
        }
        return OptionalInt.of(Integer.parseInt(given));
    }
}
