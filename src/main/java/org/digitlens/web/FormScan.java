package org.digitlens.web;

import java.nio.charset.StandardCharsets;

/**
 * Looks over a form, byte by byte, before anybody takes it apart: how many parts it has, each of which costs far more memory
 * than its bytes, and how long their headers are, as readers of headers take them apart by recursion.
 */
final class FormScan {

    private static final int END_OF_HEADERS = '\r' << 24 | '\n' << 16 | '\r' << 8 | '\n';

    private final SequenceCount delimiters;
    private int seen;
    private int last; // the last four bytes
    private int headers = -1; // bytes of those of the part that has begun; less than 0 in its content
    private int longest;

    /** @param boundary of the form; two dashes and it, at the beginning of a line, stand before each part */
    FormScan(String boundary) {
        delimiters = new SequenceCount(("\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        delimiters.next((byte) '\n'); // the body begins with a line
    }

    void next(byte value) {
        last = last << 8 | value & 255;
        delimiters.next(value);
        if (delimiters.found() > seen) {
            seen = delimiters.found();
            headers = 0;
        } else if (headers >= 0) {
            longest = Math.max(longest, ++headers);
            headers = last == END_OF_HEADERS ? -1 : headers;
        }
    }

    /** How many delimiters have come; one stands behind the last part. */
    int delimiters() {
        return seen;
    }

    /** Bytes of the longest headers of a part. */
    int longestHeaders() {
        return longest;
    }
}
