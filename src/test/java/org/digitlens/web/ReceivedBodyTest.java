package org.digitlens.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A body that comes in pieces. */
class ReceivedBodyTest {

    private final ReceivedBody body = new ReceivedBody();

    @Test
    void givesBackWhatCame() throws IOException {
        var random = new Random(1);
        var sent = new byte[1_000_003];
        random.nextBytes(sent);
        for (int at = 0; at < sent.length;) {
            int length = Math.min(sent.length - at, 1 + random.nextInt(16_384));
            body.append(Arrays.copyOfRange(sent, at, at + length), length);
            at += length;
        }
        assertEquals(sent.length, body.size());
        InputStream stream = body.stream();
        assertEquals(sent[0] & 255, stream.read());
        assertArrayEquals(Arrays.copyOfRange(sent, 1, sent.length), stream.readAllBytes());
        assertEquals(-1, stream.read());
        assertEquals(0, body.size(), "what was read is let go of");
    }

    @Test
    void anEmptyOneEndsAtOnce() throws IOException {
        assertEquals(-1, body.stream().read());
    }

    @Test
    void showsEachByteOnce() {
        append("a".repeat(300_000) + "b".repeat(300_000));
        var seen = new int[256];
        body.scan(value -> ++seen[value] > 0);
        assertEquals(300_000, seen['a']);
        assertEquals(300_000, seen['b']);
        body.scan(value -> ++seen[value] < 300_005);
        assertEquals(300_005, seen['a'], "until nobody looks any more");
    }

    private void append(String text) {
        body.append(text(text), text.length());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
