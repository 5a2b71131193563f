package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File names in forms as browsers, curl and others write them. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "filename=\"a.png\"|a.png",
        "filename=\"Übung 1; 2.png\"|Übung 1; 2.png",
        "filename=\"say %22hi%22.png\"|say \"hi\".png",
        "filename=\"say \\\"hi\\\".png\"|say \"hi\".png",
        "filename=\"C:\\scans\\a.png\"|C:\\scans\\a.png",
        "filename=bare.png|bare.png",
        "FileName = \"a.png\"|a.png",
        "filename*=UTF-8''%C3%9Cbung%201.png|Übung 1.png",
        "filename=\"plain.png\"; filename*=utf-8'de'%C3%9C+1.png|Ü+1.png",
        "filename*=UTF-8''bad%zz.png; filename=\"plain.png\"|plain.png",
        "filename=\"\"|``"})
    void readsTheNameHoweverItIsWritten(String parameters, String name) {
        String header = "form-data; name=\"image\"; " + parameters;
        var bytes = new String(header.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(name, FileName.in(bytes).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-data", "form-data; name=\"filename\"", "form-data; name=\"image\"; filename=", ""})
    void isEmptyWhereThereIsNone(String header) {
        assertTrue(FileName.in(header).isEmpty());
    }

    @Test
    void takesWhatIsNoUtf8AsItCame() {
        assertEquals("\u00dcbung.png", FileName.in("form-data; filename=\"\u00dcbung.png\"").orElseThrow());
        assertTrue(FileName.in(null).isEmpty());
    }
}
