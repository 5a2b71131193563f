package org.digitlens.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Many clients at once. */
class CrowdIT extends AttackTest {

    private static final int CROWD = 200;
    private static final int FEW_MILLIS = 300;

    /** The crowd's own two hundred threads, on the same two cores, come first. */
    private static final int CROWDED_MILLIS = 20_000;

    @Test
    void twoHundredLargeUploads() {
        byte[] noise = noise(9_000_000);
        List<Answer> answers = atOnce(CROWD, () -> post(PREDICTIONS, "image/png", noise));
        answers.forEach(answer -> answer.isProblem(415, 503));
        assertTrue(answers.stream().anyMatch(answer -> answer.status() == 415), "some have their turn");
    }

    @Test
    void twoHundredLargePictures() {
        byte[] white = Pngs.blank(5000, 5000);
        List<Answer> answers = atOnce(CROWD, () -> post(READINGS, "image/png", white));
        answers.forEach(answer -> assertTrue(answer.status() == 200 || answer.isProblem(503).status() == 503));
        assertTrue(answers.stream().anyMatch(answer -> answer.status() == 200), "some have their turn");
    }

    @Test
    void largeJsonFromMany() {
        byte[] lists = Bytes.ascii("{\"a\":[" + "[],".repeat(3_290_000) + "[]]}");
        atOnce(40, () -> post(READINGS, "application/json", lists)).forEach(answer -> answer.isProblem(400, 503));
    }

    @Test
    void fiftyMegabytesFromMany() {
        byte[] zeros = new byte[49_000_000];
        zeros[0] = 'P';
        zeros[1] = 'K';
        zeros[2] = 3;
        zeros[3] = 4;
        atOnce(20, () -> post(READINGS, "application/zip", zeros)).forEach(answer -> answer.isProblem(422, 503));
    }

    /** More than may be received at once: those that say nothing make room. */
    @Test
    void aThousandBodiesThatNeverBegin() {
        List<Wire> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                idle.add(new Wire(address()).post(READINGS, "application/zip", 50_000_000));
            }
            pause(1500);
            post(READINGS, "image/png", Bytes.join(SEVEN, new byte[3_000_000])).isReading().says("\"7\"");
            List<Wire> told = idle.stream().filter(Wire::hasAnswer).toList(); // the first ones, or the last: as fast as they came
            assertTrue(told.size() >= 400, () -> "only " + told.size() + " were told to come back");
            String refusal = told.get(0).answer();
            assertTrue(refusal.startsWith("HTTP/1.1 503") && refusal.contains("Retry-After"), refusal);
        } finally {
            idle.forEach(Wire::close);
        }
    }

    /** All the room for bytes is taken by bodies that then stall: those who come later get it. */
    @Test
    void largeBodiesThatStopBeforeTheirEnd() {
        byte[] most = new byte[9_900_000];
        List<Wire> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 14; i++) {
                var wire = new Wire(address()).post(PREDICTIONS, "image/png", most.length + 100);
                wire.trySend(most);
                stalled.add(wire);
            }
            pause(1500);
            post(READINGS, "image/png", Bytes.join(SEVEN, new byte[9_000_000])).isReading().says("\"7\"");
        } finally {
            stalled.forEach(Wire::close);
        }
    }

    @Test
    void clientsThatGoAwayInTheMiddleOfTheirBody() {
        byte[] half = new byte[200_000];
        for (int i = 0; i < CROWD; i++) {
            var wire = new Wire(address()).post(i % 2 == 0 ? PREDICTIONS : READINGS, i % 3 == 0 ? "application/json" : "image/png", 400_000);
            wire.trySend(half);
            wire.vanish();
        }
        outcome("no answer wanted");
    }

    @Test
    void clientsThatGoAwayInTheMiddleOfTheAnswer() {
        byte[] zip = Zips.of(IntStream.range(0, 90).mapToObj(i -> i + ".png").toArray(String[]::new), SEVEN);
        for (int i = 0; i < 30; i++) {
            var wire = new Wire(address()).head("POST /" + READINGS + " HTTP/1.1\nAccept: application/x-ndjson\nContent-Type: application/zip\n"
                + "Content-Length: " + zip.length);
            wire.trySend(zip);
            if (i % 2 == 0) {
                wire.answer();
            }
            wire.vanish();
        }
        outcome("no answer wanted");
    }

    /** The answer does not fit on the way to the client: a thread waits until the server's time-out for writing. */
    @Test
    void clientsThatDoNotReadTheirAnswer() {
        List<Wire> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                var wire = new Wire(address(), 2048);
                IntStream.range(0, 60).forEach(j -> wire.trySend(Bytes.ascii("GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n")));
                silent.add(wire);
            }
            for (int i = 0; i < 10; i++) {
                theServerStillReads();
                pause(FEW_MILLIS);
            }
            outcome("others served meanwhile");
        } finally {
            silent.forEach(Wire::close);
        }
    }

    @Test
    void requestsWithoutPause() {
        byte[] request = Bytes.join(Bytes.ascii("POST /" + PREDICTIONS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: "
            + SEVEN.length + "\r\n\r\n"), SEVEN);
        for (int i = 0; i < 40; i++) {
            try (var wire = new Wire(address())) {
                IntStream.range(0, 20).forEach(j -> wire.trySend(request));
                assertTrue(wire.answer().startsWith("HTTP/1.1 200"));
            }
        }
        outcome("200");
    }

    @Test
    void chunkedUploadsFromMany() {
        byte[] noise = noise(11_000_000);
        atOnce(30, () -> post(PREDICTIONS, "image/png", BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(noise))))
            .forEach(answer -> answer.isProblem(413, 503));
    }

    private List<Answer> atOnce(int many, Callable<Answer> request) {
        ExecutorService crowd = Executors.newFixedThreadPool(many);
        try {
            List<Future<Answer>> answers = Stream.generate(() -> crowd.submit(request)).limit(many).toList();
            theServerReadsWithin(CROWDED_MILLIS);
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            crowd.shutdownNow();
        }
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
