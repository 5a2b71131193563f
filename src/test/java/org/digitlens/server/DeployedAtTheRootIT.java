package org.digitlens.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;

/** What the server's configuration promises around the application. */
class DeployedAtTheRootIT extends ApplicationTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersAtTheContextRoot() {
        assertEquals("/", address().getPath());
    }

    @Test
    void operationsAreTheApplicationsOwn() throws Exception {
        assertTrue(get("health/ready").body().contains("models"));
        assertTrue(get("openapi").body().contains("/api/v1/predictions"));
        post("api/v1/predictions", InkPainter.canvas(200).png(Ink.seven()));
        assertTrue(get("metrics").body().contains("digitlens_"));
    }

    @Test
    void tellsNobodyWhichServerThisIs() throws Exception {
        var response = get("no-such-page");
        assertTrue(response.headers().firstValue("Server").isEmpty(), () -> "Server: " + response.headers().map());
        assertTrue(response.headers().firstValue("X-Powered-By").isEmpty(), () -> "X-Powered-By: " + response.headers().map());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private void post(String path, byte[] png) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "image/png")
            .POST(BodyPublishers.ofByteArray(png))
            .build();
        assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    }
}
