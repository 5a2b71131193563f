package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.PREDICTIONS;
import static org.digitlens.recognition.ApiClient.dataUrl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mistaken or hostile client may send: a clear refusal within a second, and the next request works. */
class BadInputIT extends ApplicationTest {

    private static final byte[] SEVEN = InkPainter.canvas(280).withPen(22).png(Ink.seven());
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
        api.predict(SEVEN, "").reads(7);
    }

    @AfterEach
    void theNextRequestWorks() {
        api.predict(SEVEN, "").reads(7);
    }

    @Test
    void anEmptyBody() {
        api.post(PREDICTIONS, "image/png", "").refuses(400, "empty", "picture");
        api.post(PREDICTIONS, "application/json", "").refuses(400, "empty");
        api.postForm(PREDICTIONS, "image", new byte[0]).refuses(400, "image is empty");
        api.post("compat/process", "text/plain", "").refuses(400, "nothing", "data:image/png;base64,");
    }

    @Test
    void textSentAsPng() {
        api.post(PREDICTIONS, "image/png", "hello, I am no picture").refuses(415, "text", "PNG, JPEG, GIF, BMP, WebP, TIFF");
    }

    @Test
    void aTruncatedPng() {
        for (int length : new int[] {8, 20, 33, 100, SEVEN.length / 2}) {
            api.predict(Arrays.copyOf(SEVEN, length), "").refuses(422, "PNG");
        }
    }

    @Test
    void malformedJsonBase64OrDataUrl() {
        api.post(PREDICTIONS, "application/json", "{\"image\":").refuses(400, "JSON");
        api.post(PREDICTIONS, "application/json", "[1, 2]").refuses(400, "image");
        api.post(PREDICTIONS, "application/json", "{\"picture\":\"x\"}").refuses(400, "no member image");
        api.post(PREDICTIONS, "application/json", "{\"image\":7}").refuses(400, "NUMBER");
        api.post(PREDICTIONS, "application/json", "{\"image\":\"seven\"}").refuses(400, "seven", "data:image/png;base64,");
        api.post(PREDICTIONS, "application/json", "{\"image\":\"data:image/png;base64,\"}").refuses(400, "empty");
        api.post(PREDICTIONS, "application/json", "{\"image\":\"data:image/png;base64,%%%%\"}").refuses(400, "base64");
        api.post(PREDICTIONS, "application/json", "{\"image\":\"data:image/png,abc\"}").refuses(400, "base64");
    }

    @Test
    void aWrongContentType() {
        api.post(PREDICTIONS, "text/plain", SEVEN).refuses(415, "text/plain");
        api.post(PREDICTIONS, "application/pdf", SEVEN).refuses(415, "application/pdf");
        api.post(PREDICTIONS, "image/svg+xml", "<svg/>").refuses(415, "image/svg+xml");
        api.post(PREDICTIONS, "no media type", SEVEN).refuses(400);
    }

    @Test
    void aFormWithoutTheImage() {
        var problem = api.postForm(PREDICTIONS, "picture", SEVEN).refuses(400, "picture", "image");
        assertEquals("image", problem.getJsonArray("errors").getJsonObject(0).getString("field"));
        api.post(PREDICTIONS, "multipart/form-data", "--x--").refuses(400);
        api.post(PREDICTIONS, "multipart/form-data; boundary=x", "nothing").refuses(400);
        api.postForm("compat/predict", "image", SEVEN).refuses(400, "file");
    }

    @Test
    void unknownNames() {
        api.predict(SEVEN, "?model=nobody").refuses(404, "nobody", "digits");
        api.predict(SEVEN, "?explain=everything").refuses(400, "everything", "probabilities, activations, cam");
        api.predict(SEVEN, "?explain=activations&layer=conv99").refuses(400, "conv99", "conv1");
        api.predict(SEVEN, "?explain=cam&target=eleven").refuses(400, "eleven", "9");
        api.predict(SEVEN, "?theme=pink").refuses(400, "pink", "light or dark");
        api.predict(SEVEN, "?scale=400").refuses(400, "400", "1 to 3");
        api.get("api/v1/models/nobody").refuses(404, "nobody", "digits");
        api.get("api/v1/nothing").refuses(404, "/api/v1/nothing");
        api.get("api/nothing").refuses(404, "/api/nothing");
        api.get(PREDICTIONS).refuses(405, "POST");
    }

    @Test
    void formsOfThousandsOfParts() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
        assertTimeout(ONE_SECOND, () -> api.post(PREDICTIONS, "multipart/form-data; boundary=x", part.repeat(10_000) + "--x--")
            .refuses(413, "100 parts"));
    }

    @Test
    void bodiesSentToPages() {
        for (String page : new String[] {"", "index.xhtml", "api"}) {
            assertEquals(405, api.post(page, "application/x-www-form-urlencoded", "a=b").response().statusCode(), page);
        }
    }

    @Test
    void parametersThatMakeFacesLookForAForm() {
        for (String parameter : new String[] {"jakarta.faces.ViewState=x", "jakarta.faces.ViewState=stateless", "jakarta.faces.partial.ajax=true",
            "jakarta.faces.ViewState=1:2&jakarta.faces.source=a&jakarta.faces.partial.execute=@all"}) {
            for (String page : new String[] {"", "index.xhtml", "api"}) {
                assertEquals(200, api.get(page + "?" + parameter).response().statusCode(), page + "?" + parameter);
            }
            assertEquals(404, api.get("no-such-page?" + parameter).response().statusCode(), parameter);
        }
    }

    @Test
    void jsonNestedWithoutEnd() {
        api.post(PREDICTIONS, "application/json", "[".repeat(100_000)).refuses(400, "JSON");
        api.post(PREDICTIONS, "application/json", "{\"image\":" + "9".repeat(100_000) + "}").refuses(400);
    }

    @Test
    void manyLargeBodiesAtOnce() {
        byte[] lists = ("{\"a\":[" + "[],".repeat(3_290_000) + "[]]}").getBytes(StandardCharsets.UTF_8);
        byte[] text = ("{\"image\":\"data:image/png;base64," + "A".repeat(9_900_000) + "é\"}").getBytes(StandardCharsets.UTF_8);
        List<ApiAnswer> answers = Stream.generate(() -> List.of(lists, text)).limit(12).flatMap(List::stream)
            .map(body -> CompletableFuture.supplyAsync(() -> api.post(PREDICTIONS, "application/json", body), task -> new Thread(task).start()))
            .toList().stream().map(CompletableFuture::join).toList();
        for (ApiAnswer answer : answers) {
            boolean busy = answer.response().statusCode() == 503;
            answer.refuses(busy ? 503 : 400);
            assertEquals(busy, answer.response().headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void languagesThatMakeNoSense() {
        for (String language : new String[] {"en_US", "xx-!!", ",,,", "de;q=foo", "*", "x".repeat(2000)}) {
            api.predictIn(language, SEVEN).reads(7);
        }
    }

    @Test
    void hugePicturesInSmallFiles() {
        byte[] gif = ("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0"
            + "\u0002\u0002D\u0001\0;").getBytes(StandardCharsets.ISO_8859_1);
        assertTimeout(ONE_SECOND, () -> api.post(PREDICTIONS, "image/gif", gif).refuses(413, "65535 x 65535", "25,000,000"));
        byte[] png = blankPng(10_000, 10_000);
        assertTrue(png.length < 200_000, "100 megapixels in " + png.length + " bytes");
        assertTimeout(ONE_SECOND, () -> api.predict(png, "").refuses(413, "10000 x 10000 = 100,000,000", "25,000,000"));
        assertTimeout(ONE_SECOND, () -> api.predict(blankPng(31_000, 2), "").refuses(413, "30,000 a side"));
    }

    @Test
    void theLargestPictureThatIsTakenIsReadInBoundedMemory() {
        api.predict(blankPng(5000, 5000), "").rejects("blank");
    }

    @Test
    void aBodyAboveTheLimit() {
        var body = new byte[10_000_001];
        assertTimeout(ONE_SECOND, () -> api.post(PREDICTIONS, "image/png", body).refuses(413, "10,000,001", "10,000,000"));
        for (String mediaType : new String[] {"image/png", "application/json", "multipart/form-data; boundary=x"}) {
            assertTimeout(ONE_SECOND, () -> api.post(PREDICTIONS, mediaType,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).refuses(413, "more than 10,000,000"), mediaType);
        }
        assertTimeout(ONE_SECOND, () -> api.post("compat/process", "text/plain", "data:," + "x".repeat(10_000_000)).refuses(413));
    }

    @Test
    void oldAddressesRefuseAsClearly() {
        api.post("compat/", "application/x-www-form-urlencoded", "other=1").refuses(400, "data:image/png;base64,");
        api.post("compat/process", "text/plain", dataUrl("hello".getBytes(StandardCharsets.UTF_8))).refuses(415, "text");
    }

    /** A white grey-scale PNG of any size, a few bytes a row. */
    private static byte[] blankPng(int width, int height) {
        var rows = new byte[width + 1];
        Arrays.fill(rows, 1, rows.length, (byte) 255);
        var deflater = new Deflater();
        var data = new ByteArrayOutputStream();
        var buffer = new byte[65536];
        for (int y = 0; y < height; y++) {
            deflater.setInput(rows);
            while (!deflater.needsInput()) {
                data.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            data.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        var png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0}).array());
        chunk(png, "IDAT", data.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        png.writeBytes(ByteBuffer.allocate(12 + content.length).putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content).putInt((int) crc.getValue()).array());
    }
}
