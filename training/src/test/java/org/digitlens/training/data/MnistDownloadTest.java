package org.digitlens.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistDownloadTest {
    private static final byte[] RIGHT = Patterns.idx(new byte[] {1, 2, 3}, 3);
    private static final byte[] WRONG = Patterns.idx(new byte[] {1, 2, 4}, 3);
    private static final String NAME = "train-labels-idx1-ubyte";

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/right/", exchange -> answer(exchange, 200, IdxFileTest.gzip(RIGHT)));
        server.createContext("/wrong/", exchange -> answer(exchange, 200, IdxFileTest.gzip(WRONG)));
        server.createContext("/page/", exchange -> answer(exchange, 200, "<html>moved</html>".getBytes()));
        server.createContext("/gone/", exchange -> answer(exchange, 404, new byte[] {1}));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesEachFileFromTheFirstMirrorThatHasItRight() {
        download("gone", "page", "wrong", "right").into(folder.resolve("new"));
        IdxFile file = IdxFile.read(folder.resolve("new").resolve(NAME + ".gz"));
        assertArrayEquals(new byte[] {1, 2, 3}, file.values());
        assertFalse(Files.exists(folder.resolve("new").resolve(NAME + ".gz.part")));
    }

    @Test
    void saysWhatWasWrongWithEachMirrorAndLeavesNothing() throws IOException {
        UserError error = assertThrows(UserError.class, () -> download("gone", "page", "wrong").into(folder));
        assertTrue(error.getMessage().contains("HTTP status 404"), error.getMessage());
        assertTrue(error.getMessage().contains("no IDX file"), error.getMessage());
        assertTrue(error.getMessage().contains("expected " + Sha256.of(RIGHT)), error.getMessage());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        Files.write(folder.resolve(NAME), RIGHT);
        download("gone").into(folder);
        assertFalse(Files.exists(folder.resolve(NAME + ".gz")));
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);
        UserError error = assertThrows(UserError.class, () -> download("right").into(folder));
        assertTrue(error.getMessage().contains("ConnectException"), error.getMessage());
    }

    private MnistDownload download(String... mirrors) {
        String base = "http://localhost:" + server.getAddress().getPort() + "/";
        return new MnistDownload(List.of(mirrors).stream().map(m -> base + m + "/").toList(),
                Map.of(NAME, Sha256.of(RIGHT)));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
