package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;

import org.junit.jupiter.api.Test;

/** Forms, JSON, headers and addresses that are long, deep or ambiguous. */
class TextBodyIT extends AttackTest {

    private static final String FORM = "multipart/form-data; boundary=x";
    private static final String JSON = "application/json";

    @Test
    void tenThousandParts() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n\r\nb\r\n";
        for (String path : new String[] {READINGS, PREDICTIONS, "compat/predict"}) {
            post(path, FORM, ascii(part.repeat(10_000) + "--x--")).isProblem(413).says("100 parts").within(PROMPT_MILLIS);
        }
        post(READINGS, FORM, ascii("--x\r\n".repeat(1_000_000))).isProblem(413).within(PROMPT_MILLIS);
        String nameless = "--x\r\n\r\n\r\n";
        post(READINGS, "multipart/mixed; boundary=x", ascii(nameless.repeat(100_000) + "--x--")).isProblem(413, 415).within(PROMPT_MILLIS);
    }

    @Test
    void aPartWithEndlessHeaders() {
        post(READINGS, FORM, ascii("--x\r\n" + "X-A: b\r\n".repeat(1_000_000) + "\r\nb\r\n--x--")).isProblem(400, 413, 415, 422).within(PROMPT_MILLIS);
        post(READINGS, FORM, ascii("--x\r\nContent-Disposition: " + "a".repeat(9_000_000) + "\r\n\r\nb\r\n--x--")).isProblem(400, 413, 415, 422)
            .within(PROMPT_MILLIS);
    }

    @Test
    void formsThatContradictTheirBoundary() {
        byte[] body = ascii("--x\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\nb\r\n--x--");
        for (String type : new String[] {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=y",
            "multipart/form-data; boundary=x; boundary=y", "multipart/form-data; boundary=\"x", "multipart/form-data; boundary=" + "x".repeat(10_000)}) {
            Answer answer = post(READINGS, type, body);
            answer.isProblem(400, 415, 422);
        }
        post(READINGS, FORM, ascii("--x\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n" + "b".repeat(100_000))).isProblem(400, 415, 422);
        post(READINGS, FORM, ascii("--x--")).isProblem(400);
        post(READINGS, FORM, ascii("--x\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n%%%\r\n--x--"))
            .isProblem(400, 415, 422);
    }

    @Test
    void formsInForms() {
        String nested = "--x\r\nContent-Type: multipart/mixed; boundary=x\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n";
        post(READINGS, FORM, ascii(nested.repeat(90) + "--x--")).isProblemOfEachFile(400, 413, 415, 422).within(PROMPT_MILLIS);
    }

    @Test
    void jsonWithoutBottom() {
        for (String deep : new String[] {"[", "{\"a\":", "{\"image\":[", "[{\"a\":"}) {
            post(READINGS, JSON, ascii(deep.repeat(1_000_000))).isProblem(400).within(PROMPT_MILLIS);
        }
        post(READINGS, JSON, ascii("{\"image\":" + "[".repeat(5_000_000))).isProblem(400, 413).within(PROMPT_MILLIS);
    }

    @Test
    void jsonOfAMillionMembersOrOneLongNumber() {
        post(READINGS, JSON, ascii("{" + "\"a\":1,".repeat(1_000_000) + "\"b\":1}")).isProblem(400).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii("{\"image\":" + "9".repeat(9_000_000) + "}")).isProblem(400).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii("{\"a\":1e999999999,\"image\":1}")).isProblem(400).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii("{\"" + "a".repeat(9_000_000) + "\":1}")).isProblem(400).within(PROMPT_MILLIS);
    }

    @Test
    void hugeBase64() {
        String url = "{\"image\":\"data:image/png;base64,";
        post(READINGS, JSON, ascii(url + "A".repeat(9_900_000) + "\"}")).isProblem(415).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii(url + "=".repeat(9_900_000) + "\"}")).isProblem(400).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii(url + "\\u0041".repeat(1_600_000) + "\"}")).isProblem(415).within(PROMPT_MILLIS);
        post(READINGS, JSON, ascii("{\"image\":\"" + "data:".repeat(1_900_000) + "\"}")).isProblem(400).within(PROMPT_MILLIS);
        String seven = Base64.getEncoder().encodeToString(SEVEN);
        post(READINGS, JSON, ascii("{\"image\":\"x\",\"image\":\"data:text/html;base64," + seven + "\"}")).isReading().says("\"7\"");
    }

    @Test
    void formFieldsByTheHundredThousand() {
        Answer answer = post("compat/", "application/x-www-form-urlencoded", ascii("a=b&".repeat(900_000) + "imageBase64=x")).within(PROMPT_MILLIS);
        answer.isProblem(400, 413);
        byte[] colliding = ascii("AaAa=1&BBBB=1&AaBB=1&BBAa=1&".repeat(200_000));
        post("compat/", "application/x-www-form-urlencoded", colliding).within(PROMPT_MILLIS).isProblem(400, 413);
    }

    @Test
    void parametersNobodyKnows() {
        post(READINGS + "?explian=cam", "image/png", SEVEN).isProblem(400).says("explian").says("explain");
        post(PREDICTIONS + "?explain=cam&explain=activations", "image/png", SEVEN).isProblem(400).says("2 parameters explain");
        post(READINGS + "?%3Cscript%3E=1", "image/png", SEVEN).isProblem(400);
        post(READINGS + "?model=%00%0d%0aX:y", "image/png", SEVEN).isProblem(404, 400);
        post(READINGS + "?digit=99999999999999999999", "image/png", SEVEN).isProblem(400);
        post(READINGS + "?scale=-1", "image/png", SEVEN).isProblem(400);
        post(READINGS + "?" + "a=b&".repeat(1000), "image/png", SEVEN);
    }

    @Test
    void oneBodyWithTwoLengths() {
        byte[] smuggled = ascii("0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
        try (var wire = new Wire(address())) {
            String said = wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nTransfer-Encoding: chunked\nContent-Length: "
                + smuggled.length + "\nConnection: keep-alive").send(smuggled).untilClosed();
            outcome(said.substring(9, 12));
            assertTrue(said.startsWith("HTTP/1.1 400"), said);
            assertFalse(said.contains("\"UP\""), "what is behind the body is no request: " + said);
        }
        try (var wire = new Wire(address())) {
            String said = wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nContent-Length: 5\nContent-Length: 50")
                .send(smuggled).untilClosed();
            assertTrue(said.startsWith("HTTP/1.1 4") && !said.contains("\"UP\""), said);
        }
    }

    @Test
    void lengthsAndChunksThatAreNoNumbers() {
        for (String length : new String[] {"-1", "99999999999999999999", "0x10", "1e3", "+5", ""}) {
            try (var wire = new Wire(address())) {
                String said = wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nConnection: close\nContent-Length: " + length)
                    .say("x".repeat(5)).answer();
                assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4"), length + ": " + said);
            }
        }
        for (String chunk : new String[] {"-1\r\n", "g\r\n", "ffffffffffffffffff\r\n", "5;" + "a".repeat(100_000) + "\r\nabcde\r\n"}) {
            try (var wire = new Wire(address())) {
                wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nConnection: close\nTransfer-Encoding: chunked")
                    .trySend(ascii(chunk + "0\r\n\r\n"));
                String said = wire.answer();
                assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4"), chunk.substring(0, 2) + ": " + said);
            }
        }
        outcome("400 or hung up");
    }

    @Test
    void headersByTheMegabyte() {
        for (String flood : new String[] {"X-A: " + "a".repeat(5_000_000), "X: y\n".repeat(20_000) + "Z: z", "Cookie: " + "a=b; ".repeat(100_000)}) {
            try (var wire = new Wire(address())) {
                wire.trySend(ascii(("GET /health/live HTTP/1.1\nHost: localhost\n" + flood + "\n\n").replace("\n", "\r\n")));
                String said = wire.answer();
                assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4"), said);
            }
        }
        try (var wire = new Wire(address())) {
            wire.trySend(ascii("GET /" + "a".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            String said = wire.answer();
            assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4"), said);
        }
        outcome("refused or hung up");
    }

    @Test
    void anotherProtocol() {
        for (String hello : new String[] {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0", "\u0016\3\1\2\0\1\0\1\u00fc\3\3", "EHLO localhost\r\n",
            "GET / HTTP/9.9\r\n\r\n", "\0".repeat(1000)}) {
            try (var wire = new Wire(address())) {
                wire.trySend(ascii(hello + "\r\n\r\n"));
                String said = wire.answer();
                assertFalse(said.startsWith("HTTP/1.1 5"), said);
            }
        }
        outcome("refused or hung up");
    }

    @Test
    void whoeverAsksBeforeSendingIsTold() {
        try (var wire = new Wire(address())) {
            String said = wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nExpect: 100-continue\nContent-Length: 10000001")
                .untilClosed();
            assertTrue(said.startsWith("HTTP/1.1 413"), said);
        }
        try (var wire = new Wire(address())) {
            wire.head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nExpect: 100-continue\nConnection: close\nContent-Length: " + SEVEN.length);
            assertEquals("HTTP/1.1 100", wire.answer().substring(0, 12));
            assertTrue(wire.send(SEVEN).untilClosed().contains("\"digit\":7"));
        }
        outcome("413, 100");
    }

    @Test
    void methodsThatNobodyAsksFor() {
        for (String method : new String[] {"TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "GEt", "X".repeat(500)}) {
            try (var wire = new Wire(address())) {
                String said = wire.head(method + " /" + PREDICTIONS + " HTTP/1.1\nConnection: close\nContent-Length: 0").answer();
                assertTrue(said.isEmpty() || said.startsWith("HTTP/1.1 4") || method.equals("OPTIONS"), method + ": " + said);
            }
        }
        outcome("405");
    }
}
