package org.digitlens.recognition;

import java.util.Base64;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Pictures inside text (RFC 2397). */
final class DataUrl {

    private static final String BASE64 = ";base64,";
    private static final int SHOWN = 40;

    private DataUrl() { }

    /** A PNG file as a data URL. */
    static String ofPng(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /**
     * The bytes in a data URL; what media type it claims does not matter.
     *
     * @param field where the text was found, for the message
     * @throws ProblemException when it is no data URL in base64, or an empty one
     */
    static byte[] decode(String field, String text) {
        int comma = text.indexOf(',');
        if (!text.startsWith("data:") || comma < 0 || !text.substring(0, comma + 1).endsWith(BASE64)) {
            throw wrong(field, "Found " + shown(text) + "; expected data:image/png;base64,… or the like.");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw wrong(field, "The base64 of the data URL is malformed: " + e.getMessage() + ".");
        }
        if (bytes.length == 0) {
            throw wrong(field, "The data URL is empty; expected a picture after the comma.");
        }
        return bytes;
    }

    /** The beginning of what somebody sent, short enough to be sent back. */
    static String shown(String text) {
        return text == null || text.isEmpty() ? "nothing" : text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field, detail));
    }
}
