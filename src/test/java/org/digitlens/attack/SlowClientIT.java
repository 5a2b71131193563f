package org.digitlens.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clients that take their time, several times as many as the server has threads, each for as long as a body may take:
 * meanwhile others are served as if they were not there. All kinds attack together, from before the first test on; each test
 * then waits for the end of its own.
 */
class SlowClientIT extends AttackTest {

    private static final int MAX_SECONDS = 30;
    private static final int GRACE_SECONDS = 40; // Payara hangs up half a minute after its answer
    private static final int OF_EACH = 40;
    private static final int PAUSE_MILLIS = 1000;
    private static final byte[] DRIP = {'x'};
    private static final byte[] CHUNK = Bytes.ascii("1\r\nx\r\n");
    private static final String CHUNKED = " HTTP/1.1\nContent-Type: image/png\nTransfer-Encoding: chunked";
    private static final List<String> UNWANTED = List.of("POST /", "POST /api", "POST /resources/css/base.css", "GET /health/live",
        "PUT /nothing", "GET /", "DELETE /" + PREDICTIONS);

    private List<Slow> all = List.of();
    private Slow silent;
    private Slow dripping;
    private Slow chunked;
    private Slow oneChunk;
    private Slow unwanted;
    private Slow forms;
    private Slow refused;
    private Slow headers;
    private Slow mute;
    private long begun;

    /** Connections of one kind, and what each does now and then. */
    private record Slow(List<Wire> wires, Consumer<Wire> drip) { }

    @BeforeEach
    void attackOnce() {
        if (!all.isEmpty()) {
            return;
        }
        begun = System.nanoTime();
        silent = slow(() -> wire().post(READINGS, "application/zip", 50_000_000), wire -> { });
        dripping = slow(() -> wire().post(PREDICTIONS, "image/png", 9_000_000), wire -> wire.trySend(DRIP));
        chunked = slow(() -> wire().head("POST /" + PREDICTIONS + CHUNKED), wire -> wire.trySend(CHUNK));
        oneChunk = slow(() -> wire().head("POST /" + PREDICTIONS + CHUNKED).say("7fffffff\r\n"), wire -> wire.trySend(DRIP));
        int[] next = {0};
        unwanted = slow(() -> wire().head(UNWANTED.get(next[0]++ % UNWANTED.size()) + " HTTP/1.1\nContent-Length: 1000"),
            wire -> wire.trySend(DRIP));
        forms = slow(() -> wire().post(READINGS, "multipart/form-data; boundary=x", 5_000_000).say("--x\r\nContent-Disposition: form-"),
            wire -> wire.trySend(DRIP));
        refused = slow(() -> wire().post(PREDICTIONS, "image/png", 10_000_001), wire -> wire.trySend(DRIP));
        headers = slow(() -> wire().say("POST /" + PREDICTIONS + " HTTP/1.1\r\nHost: localhost\r\n"),
            wire -> wire.trySend(Bytes.ascii("X-A: b\r\n")));
        mute = slow(this::wire, wire -> { });
        all = List.of(silent, dripping, chunked, oneChunk, unwanted, forms, refused, headers, mute);
    }

    @AfterAll
    void hangUp() {
        all.forEach(slow -> slow.wires().forEach(Wire::close));
    }

    @Test
    void bodiesThatNeverBegin() {
        endsWith("408", silent);
    }

    @Test
    void bodiesThatDrip() {
        endsWith("408", dripping);
    }

    @Test
    void chunksWithoutEnd() {
        endsWith("408", chunked);
    }

    @Test
    void aChunkWithoutEnd() {
        endsWith("408", oneChunk);
    }

    @Test
    void bodiesForPagesFilesAndHealth() {
        endsWith("408", unwanted);
    }

    @Test
    void formsThatDrip() {
        endsWith("408", forms);
    }

    @Test
    void refusedBodiesThatGoOnDripping() {
        endsWith("413", refused);
    }

    /** Headers are the server's own business: it hangs up when it likes, see server-config. */
    @Test
    void headersWithoutEnd() {
        serveOthersUntil(MAX_SECONDS);
        outcome("others served meanwhile");
    }

    @Test
    void connectionsThatSayNothing() {
        serveOthersUntil(MAX_SECONDS);
        outcome("others served meanwhile");
    }

    /** Others are served all the time, and each of these is told at the end of its own. */
    private void endsWith(String status, Slow slow) {
        serveOthersUntil(MAX_SECONDS - 2);
        for (Wire wire : slow.wires()) {
            String said = wire.untilClosed();
            assertTrue(said.startsWith("HTTP/1.1 " + status) && said.contains("application/problem+json"), said);
            assertEquals("close", said.replaceFirst("(?s).*?(?i)connection: (\\w+).*", "$1"));
        }
        outcome("others served meanwhile, " + status);
        assertTrue(seconds() < MAX_SECONDS + GRACE_SECONDS, () -> "all had ended after " + seconds() + " s");
    }

    private void serveOthersUntil(int second) {
        while (seconds() < second) {
            all.forEach(slow -> slow.wires().forEach(slow.drip()));
            theServerStillReads();
            pause();
        }
    }

    private long seconds() {
        return millisSince(begun) / 1000;
    }

    private static Slow slow(Supplier<Wire> client, Consumer<Wire> drip) {
        return new Slow(Stream.generate(client).limit(OF_EACH).toList(), drip);
    }

    private Wire wire() {
        return new Wire(address());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
