package org.digitlens.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.digitlens.server.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Clients that take their time. More of them than the server has threads, each for as long as a body may take, here shorter
 * than usual: meanwhile others are served as if they were not there.
 */
class SlowClientIT extends AttackTest {

    private static final int MAX_SECONDS = 6;
    private static final int SLOW = 150;
    private static final byte[] DRIP = {'x'};

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war().addAsResource(new StringAsset("digitlens.request.max-seconds=" + MAX_SECONDS + "\n"),
            "META-INF/microprofile-config.properties");
    }

    @Test
    void bodiesThatNeverBegin() {
        attack(() -> wire().post(READINGS, "application/zip", 50_000_000), wire -> { }, "408");
    }

    @Test
    void bodiesThatDrip() {
        attack(() -> wire().post(PREDICTIONS, "image/png", 9_000_000), wire -> wire.trySend(DRIP), "408");
    }

    @Test
    void chunksWithoutEnd() {
        attack(() -> wire().head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nTransfer-Encoding: chunked"),
            wire -> wire.trySend(Bytes.ascii("1\r\nx\r\n")), "408");
    }

    @Test
    void aChunkWithoutEnd() {
        attack(() -> wire().head("POST /" + PREDICTIONS + " HTTP/1.1\nContent-Type: image/png\nTransfer-Encoding: chunked")
            .say("7fffffff\r\n"), wire -> wire.trySend(DRIP), "408");
    }

    @Test
    void bodiesForPagesAndFilesAndHealth() {
        String[] addresses = {"POST /", "POST /api", "POST /resources/css/base.css", "GET /health/live", "PUT /nothing", "GET /",
            "DELETE /" + PREDICTIONS};
        int[] next = {0};
        attack(() -> wire().head(addresses[next[0]++ % addresses.length] + " HTTP/1.1\nContent-Type: text/plain\nContent-Length: 1000"),
            wire -> wire.trySend(DRIP), "408");
    }

    @Test
    void formsThatDrip() {
        attack(() -> wire().post(READINGS, "multipart/form-data; boundary=x", 5_000_000).say("--x\r\nContent-Disposition: form-data; "),
            wire -> wire.trySend(DRIP), "408");
    }

    @Test
    void refusedBodiesThatGoOnDripping() {
        attack(() -> wire().post(PREDICTIONS, "image/png", 10_000_001), wire -> wire.trySend(DRIP), "413");
    }

    /** Headers are the server's own business: it hangs up, see server-config. */
    @Test
    void headersWithoutEnd() {
        attack(() -> wire().say("POST /" + PREDICTIONS + " HTTP/1.1\r\nHost: localhost\r\n"),
            wire -> wire.trySend(Bytes.ascii("X-A: b\r\n")), null);
    }

    @Test
    void connectionsThatSayNothing() {
        attack(this::wire, wire -> { }, null);
    }

    private Wire wire() {
        return new Wire(address());
    }

    /** @param status what each of them is told in the end; null where that may take longer than a test */
    private void attack(Supplier<Wire> client, Consumer<Wire> drip, String status) {
        List<Wire> slow = new ArrayList<>();
        long start = System.nanoTime();
        try {
            Stream.generate(client).limit(SLOW).forEach(slow::add);
            int seconds = System.getProperty("digitlens.attack.address") == null ? MAX_SECONDS : 30;
            while (millisSince(start) < (seconds - 1) * 1000L) {
                slow.forEach(drip);
                theServerStillReads();
            }
            outcome("others served meanwhile");
            for (Wire wire : status == null ? List.<Wire>of() : slow) {
                String said = wire.untilClosed();
                assertTrue(said.startsWith("HTTP/1.1 " + status) && said.contains("application/problem+json"), said);
                assertEquals("close", said.replaceFirst("(?s).*?(?i)connection: (\\w+).*", "$1"));
            }
            outcome(status == null ? "hung up later" : status);
            assertTrue(millisSince(start) < (seconds + 10) * 1000L, "all had ended " + millisSince(start) + " ms after they began");
        } finally {
            slow.forEach(Wire::close);
        }
    }
}
