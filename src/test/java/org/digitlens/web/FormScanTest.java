package org.digitlens.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** What a form shows before it is taken apart. */
class FormScanTest {

    @Test
    void countsDelimitersAtTheBeginningsOfLines() {
        assertEquals(3, scan("x", "--x\r\na\r\n--x\r\nb--x c\r\n--x--").delimiters());
        assertEquals(0, scan("y", "--x\r\na\r\n--x--").delimiters());
        assertEquals(1, scan("x", "something before it\n--x").delimiters());
    }

    @Test
    void findsWhatBeginsLikeADelimiterJustBeforeOne() {
        assertEquals(2, scan("a--b", "--a--a--b\n--a\n--a--b\n--a--b").delimiters());
    }

    @Test
    void measuresHeadersAndNotContent() {
        String part = "--x\r\nName: value\r\n\r\n";
        assertEquals(17, scan("x", part + "c".repeat(5000) + "\r\n" + part + "c\r\n--x--").longestHeaders());
        assertEquals(3000 + 4, scan("x", part + "c\r\n--x\r\n" + "h".repeat(3000) + "\r\n").longestHeaders());
        assertEquals(0, scan("y", part).longestHeaders());
    }

    private static FormScan scan(String boundary, String text) {
        var scan = new FormScan(boundary);
        for (byte value : text.getBytes(StandardCharsets.ISO_8859_1)) {
            scan.next(value);
        }
        return scan;
    }
}
