package org.digitlens.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * A group of attacks on the running server: that of the tests, or with {@code -Ddigitlens.attack.address=http://localhost:8080/}
 * one that runs already. Prints a row of a table for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AttackTest extends ApplicationTest {

    static final String READINGS = "api/v1/readings";
    static final String PREDICTIONS = "api/v1/predictions";
    static final byte[] SEVEN = InkPainter.canvas(280).withPen(22).png(Ink.seven());

    /** An honest request is answered within this, whatever goes on beside it: a hundredth on a quiet machine. */
    static final long PROMPT_MILLIS = 10_000;

    private static final long SOON_MILLIS = 60_000;
    private static final long COLD_MILLIS = 60_000;
    private static final double HEAP_MAY_GROW = 24; // MiB; what compiled code, caches and metadata take when they are used first
    private static final int THREADS_MAY_GROW = 70; // the server's pool of 64 for requests, kept for a minute after the last
    private static final Path TABLE = Path.of("target", "attacks.md");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StringJoiner outcomes;
    private long started;
    private ServerProcess server;
    private double heapBefore;
    private double residentBefore;
    private int threadsBefore;

    /** Where the application answers. */
    @Override
    protected URI address() {
        String given = System.getProperty("digitlens.attack.address");
        return given == null ? super.address() : URI.create(given);
    }

    @BeforeEach
    void measureBefore() {
        if (server == null) { // the deployment is known to tests only, not before all of them
            warmUp();
            var process = ServerProcess.at(address());
            heapBefore = process.heap();
            residentBefore = process.resident();
            threadsBefore = process.threads();
            server = process;
        }
        outcomes = new StringJoiner(", ");
        started = System.nanoTime();
    }

    private void warmUp() {
        for (int i = 0; i < 20; i++) {
            theServerReadsWithin(COLD_MILLIS);
            post(PREDICTIONS + "?explain=probabilities", "image/png", SEVEN);
            post(READINGS, "image/png", SEVEN);
        }
    }

    @AfterEach
    void reportAndCheck(TestInfo test) {
        long millis = millisSince(started);
        theServerStillReads();
        report("| %s | %s | %s | %.1f |", getClass().getSimpleName().replaceFirst("IT$", ""), inWords(test), outcomes, millis / 1000.0);
    }

    /** What the attacks took from the server, it has back, soon: after its start it times its models, which takes some, too. */
    @AfterAll
    void memoryIsBack() throws InterruptedException {
        long end = System.nanoTime();
        double heap = server.heap();
        int threads = server.threads();
        while ((heap - heapBefore >= HEAP_MAY_GROW || threads - threadsBefore >= THREADS_MAY_GROW) && millisSince(end) < SOON_MILLIS) {
            Thread.sleep(1000);
            heap = server.heap();
            threads = server.threads();
        }
        report("| %s | heap %.1f → %.1f MiB, resident %.0f → %.0f MiB, threads %d → %d | after all of them | |",
            getClass().getSimpleName().replaceFirst("IT$", ""), heapBefore, heap, residentBefore, server.resident(), threadsBefore, threads);
        assertTrue(heap - heapBefore < HEAP_MAY_GROW, "the heap grew from " + heapBefore + " to " + heap + " MiB");
        assertTrue(threads - threadsBefore < THREADS_MAY_GROW, threadsBefore + " threads became " + threads);
    }

    /** An honest client among the attackers gets the right answer, and soon. */
    final void theServerStillReads() {
        theServerReadsWithin(PROMPT_MILLIS);
    }

    final void theServerReadsWithin(long millis) {
        Answer answer = sent(PREDICTIONS, "image/png", BodyPublishers.ofByteArray(SEVEN));
        assertEquals(200, answer.status(), () -> answer.response().body());
        assertEquals(7, answer.json().asJsonObject().getInt("digit"), () -> answer.response().body());
        answer.within(millis);
    }

    final Answer post(String path, String mediaType, byte[] body, String... headers) {
        return post(path, mediaType, BodyPublishers.ofByteArray(body), headers);
    }

    final Answer post(String path, String mediaType, BodyPublisher body, String... headers) {
        Answer answer = sent(path, mediaType, body, headers);
        outcome(Integer.toString(answer.status()));
        return answer;
    }

    private Answer sent(String path, String mediaType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path)).timeout(Duration.ofSeconds(90))
            .header("Content-Type", mediaType).POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        long start = System.nanoTime();
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)), millisSince(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Something to tell in the table. */
    final synchronized void outcome(String what) {
        if (outcomes != null && !outcomes.toString().endsWith(what) && outcomes.length() < 60) {
            outcomes.add(what);
        }
    }

    static long millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }

    private static String inWords(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName().replaceAll("(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
    }

    private static void report(String format, Object... values) {
        String row = String.format(Locale.ROOT, format, values);
        System.out.println(row);
        try {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
