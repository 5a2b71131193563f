package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.reading.Reading;
import org.digitlens.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings as a table that a program can take apart again, and that no spreadsheet runs. */
class ReadingCsvTest {

    @Test
    void hasARowAPage() {
        assertEquals("file,page,text,confidence,digits,model,problem\r\n", ReadingCsv.head());
        assertEquals("a.png,1,4071,0,0,digits,\r\n", row("a.png", "4071"));
    }

    @Test
    void aProblemTakesThePlaceOfTheText() {
        Problem problem = Problem.of(Status.BAD_REQUEST, "Found \"x\"; expected y.");
        assertEquals("a.png,,,,,,\"Found \"\"x\"\"; expected y.\"\r\n", ReadingCsv.of(PageResult.failed("a.png", problem)));
        assertEquals("a.png,3,,,,,\"Found \"\"x\"\"; expected y.\"\r\n", ReadingCsv.of(PageResult.failed("a.png", 3, 0, problem)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-40.71", "-4", "-.5", "-5.", "0071", "12.5"})
    void numbersStayNumbers(String text) {
        assertEquals("a.png,1," + text + ",0,0,digits,\r\n", row("a.png", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-40-2", "-?", "-1.2.3", "--1", "-"})
    void whatASpreadsheetWouldReckonWithIsText(String text) {
        assertEquals("a.png,1,\"'" + text + "\",0,0,digits,\r\n", row("a.png", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1.png", "+1.png", "-1.png", "@SUM(A1)", " =1", "\u00a0=1", "\uff1d1", "=cmd|' /C calc'!A0"})
    void namesThatAreFormulasGetAnApostrophe(String name) {
        assertEquals("\"'" + name + "\",1,7,0,0,digits,\r\n", row(name, "7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"plain.png|plain.png", "a,b.png|\"a,b.png\"", "a\"b.png|\"a\"\"b.png\"",
        "a b.png|\"a b.png\"", "a;=1.png|\"a;=1.png\"", "Übung.png|Übung.png"})
    void quotesWhatWouldEndACell(String name, String cell) {
        assertEquals(cell + ",1,7,0,0,digits,\r\n", row(name, "7"));
    }

    @Test
    void keepsLinesInOneCell() {
        assertEquals("a.png,1,\"12\n-5\",0,0,digits,\r\n", row("a.png", "12\n-5"));
        assertEquals("a.png,1,\"'-5\n12\",0,0,digits,\r\n", row("a.png", "-5\n12"));
    }

    private static String row(String file, String text) {
        var reading = new Reading("digits", text.lines().toList(), List.of(), List.of());
        return ReadingCsv.of(PageResult.read(file, 1, 0, new Transcript(reading, 10, 10, Map.of())));
    }
}
