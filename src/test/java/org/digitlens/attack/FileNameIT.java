package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;

/** Names that are no names: paths, scripts, control characters, formulas. They are shown, and used for nothing else. */
class FileNameIT extends AttackTest {

    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String MARK = "digitlens-attack";

    private static final String[] NAMES = {
        "../../../../tmp/" + MARK + "-1.png", "/tmp/" + MARK + "-2.png", "..\\..\\" + MARK + "-3.png", "C:\\Windows\\" + MARK + ".png",
        "....//....//" + MARK + "-4.png", MARK + "\0.png", MARK + "\r\nSet-Cookie: a=b\r\n\r\n<html>", MARK + "\n2026-11-20 ERROR forged line",
        "<script>alert('" + MARK + "')</script>.png", "\"><img src=x onerror=alert(1)>.png", "=cmd|'/C calc'!A0", "+1+1", "-1-1", "@SUM(A1)", "\t=1+1",
        "\u202egnp.exe", "\u200b\u200f\ufeff.png", "a".repeat(30_000), "\ud800.png", "con", ".", "..", "", " ", "${jndi:ldap://localhost/a}", "%2e%2e%2fa",
        "#{7*7}${7*7}", "a\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300\u0300.png", "a'; drop table x; --"};

    @Test
    void namesOfFilesInForms() {
        for (String name : NAMES) {
            byte[] quoted = name.replace("\"", "\\\"").getBytes(StandardCharsets.UTF_8);
            byte[] one = Bytes.join(ascii("--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\""), quoted,
                ascii("\"\r\nContent-Type: image/png\r\n\r\n"), SEVEN, ascii("\r\n"));
            Answer answer = post(READINGS, FORM, Bytes.join(one, one, ascii("--x--")));
            if (answer.status() == 200) {
                checkNames(answer);
            } else {
                answer.isProblem(400);
            }
            assertTrue(answer.header("Set-Cookie").isEmpty());
        }
        nothingWasWritten();
    }

    @Test
    void namesOfFilesInArchives() {
        List<String> names = new ArrayList<>(List.of(NAMES));
        names.removeIf(String::isEmpty);
        names.replaceAll(name -> name.replace("\ud800", "") + ".png");
        names.replaceAll(name -> name.length() > 1000 ? name.substring(0, 1000) : name);
        Answer answer = post(READINGS, "application/zip", Zips.of(names.stream().distinct().toArray(String[]::new), SEVEN));
        checkNames(answer);
        nothingWasWritten();
    }

    @Test
    void namesInATable() {
        String[] names = {"=cmd.png", "+1.png", "-1.png", "@a.png", "a,b\".png", "a\nb.png"};
        String table = post(READINGS, "application/zip", Zips.of(names, SEVEN), "Accept", "text/csv").response().body();
        String[] rows = table.split("\r?\n");
        assertEquals(names.length + 1, rows.length, table);
        for (String row : rows) {
            assertFalse(row.matches("\"?[=+@\\-\t].*"), () -> "a spreadsheet takes this for a formula: " + row);
        }
    }

    @Test
    void namesOfParts() {
        for (String name : NAMES) {
            byte[] body = Bytes.join(ascii("--x\r\nContent-Disposition: form-data; name=\""), name.getBytes(StandardCharsets.UTF_8),
                ascii("\"\r\n\r\n"), SEVEN, ascii("\r\n--x--"));
            Answer answer = post(READINGS, FORM, body).isProblem(400);
            assertTrue(answer.response().body().length() < 2000, "a long name is not echoed: " + answer.response().body());
        }
    }

    /** What strangers send does not begin lines of its own in the server's log. */
    @Test
    void linesForTheLog() throws IOException {
        String forged = "2026-11-20 00:00:00,000 ERROR [org.digitlens] " + MARK;
        for (String line : new String[] {"\n", "\r\n", "%0a", "%0d%0a", "\u2028"}) {
            post(PREDICTIONS + "?model=x" + encoded(line + forged), "image/png", SEVEN).isProblem(404, 400);
            post("api/v1/" + encoded("x" + line + forged), "image/png", SEVEN);
            post(READINGS, FORM, ascii("--x\r\nContent-Disposition: form-data; name=\"" + line + forged + "\"\r\n\r\nb\r\n--x--"));
        }
        String home = System.getProperty("digitlens.server.home");
        try (Stream<Path> logs = Files.find(Path.of(home), 8, (file, facts) -> file.getFileName().toString().equals("server.log"))) {
            for (Path log : logs.toList()) {
                assertFalse(Files.readString(log, StandardCharsets.ISO_8859_1).lines().anyMatch(line -> line.startsWith(forged)), log::toString);
            }
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** At most 100 characters, without controls, and no path that leads upwards or to a root. */
    private static void checkNames(Answer answer) {
        assertEquals(200, answer.status(), answer.response()::body);
        JsonArray elements = answer.json().asJsonArray();
        for (JsonValue element : elements) {
            String name = element.asJsonObject().getString("file");
            assertTrue(!name.isBlank() && name.length() <= 100, name);
            assertTrue(name.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT), name);
            assertFalse(name.startsWith("/") || name.matches("(.*/)?\\.\\.(/.*)?") || name.contains("\\"), name);
            assertEquals("7", element.asJsonObject().getString("text"), answer.response()::body);
        }
        assertFalse(answer.response().body().contains("<script>") && answer.header("Content-Type").contains("html"));
    }

    private static void nothingWasWritten() {
        for (Path folder : List.of(Path.of("/tmp"), Path.of("/"), Path.of(System.getProperty("digitlens.server.home")))) {
            try (Stream<Path> files = Files.list(folder)) {
                assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(MARK)), folder::toString);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
