package org.digitlens.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged WAR on a WildFly that nobody configured. */
class StockWildFlyIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"standalone.xml", "standalone-full.xml"})
    void readsADigit(String configuration) throws Exception {
        try (var server = new StockWildFly(configuration)) {
            assertEquals(200, get(server, "health/ready").statusCode());
            assertEquals(200, get(server, "").statusCode(), "the page");
            var answer = client.send(HttpRequest.newBuilder(server.address().resolve("api/v1/predictions"))
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(InkPainter.canvas(200).png(Ink.seven())))
                .build(), BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer::body);
            assertTrue(answer.body().contains("\"digit\":7"), answer::body);
        }
    }

    private HttpResponse<String> get(StockWildFly server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
