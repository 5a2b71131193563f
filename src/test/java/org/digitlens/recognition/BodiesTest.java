package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture inside JSON. */
class BodiesTest {

    private static final String HI = "\"data:image/png;base64,aGk=\"";

    @ParameterizedTest
    @ValueSource(strings = {"{\"image\":" + HI + "}", " {\"a\":[[],{\"image\":1}],\"image\":" + HI + ",\"b\":{\"image\":null},\"c\":2} ",
        "{\"image\":7,\"image\":" + HI + "}"})
    void takesTheObjectsOwnImage(String json) {
        assertArrayEquals(new byte[] {'h', 'i'}, Bodies.json(bytes(json)).first());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"image\":" + HI, "{\"image\":" + HI + "} x", "{\"image\":" + HI + "}{}", "{\"a\":[}", "\"a", "nothing",
        "{\"image\" " + HI + "}"})
    void refusesWhatIsNoJson(String json) {
        assertTrue(refused(json).detail().contains("no JSON"), json);
    }

    @Test
    void tellsWhatItFound() {
        assertTrue(refused("[1]").detail().contains("no JSON object"));
        assertTrue(refused("{\"a\":1}").detail().contains("no member image"));
        assertTrue(refused("{\"image\":[]}").detail().contains("type ARRAY"));
        assertTrue(refused("{\"image\":null}").detail().contains("type NULL"));
    }

    @Test
    void skipsWhatWouldBeLargeInMemory() {
        String lists = "[],".repeat(3_000_000);
        refused("[" + lists + "[]]");
        assertArrayEquals(new byte[] {'h', 'i'}, Bodies.json(bytes("{\"a\":[" + lists + "[]],\"image\":" + HI + "}")).first());
        refused("{\"a\":" + "[".repeat(200) + "]".repeat(200) + ",\"image\":" + HI + "}");
    }

    private static Problem refused(String json) {
        Problem problem = assertThrows(ProblemException.class, () -> Bodies.json(bytes(json)), json.substring(0, Math.min(99, json.length())))
            .problem();
        assertEquals(400, problem.status());
        return problem;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
