package org.digitlens.recognition;

import static org.digitlens.recognition.ApiClient.CSV;
import static org.digitlens.recognition.ApiClient.NDJSON;
import static org.digitlens.recognition.ApiClient.READINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.json.JsonObject;

import org.digitlens.recognition.ApiClient.Named;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many pictures in one request: an element each, in order, whatever becomes of the others. */
class ReadingManyIT extends ApplicationTest {

    private static final byte[] NUMBER = Numbers.png("4071");
    private static final byte[] OTHER = Numbers.png("123");
    private static final byte[] TEXT = "no picture".getBytes(StandardCharsets.UTF_8);

    private ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(address());
    }

    @Test
    void oneBadFileSpoilsNoOther() {
        List<JsonObject> elements = api.readAll("", "application/json", Named.of("first.png", NUMBER), Named.of("notes.txt", TEXT),
            Named.of("empty.png", new byte[0]), Named.of("half.png", Arrays.copyOf(NUMBER, NUMBER.length / 2)), Named.of("last.png", OTHER))
            .elements();
        assertEquals(5, elements.size());
        reads(elements.get(0), "first.png", "4071");
        fails(elements.get(1), "notes.txt", 415, "text", "PNG");
        fails(elements.get(2), "empty.png", 400, "empty");
        fails(elements.get(3), "half.png", 422, "PNG");
        reads(elements.get(4), "last.png", "123");
    }

    @Test
    void aSingleFileInAFormIsAnObject() {
        api.readAll("", "application/json", Named.of("first.png", NUMBER)).as("4071");
        api.readAll("", "application/json", Named.of("notes.txt", TEXT)).refuses(415, "text", "PNG");
    }

    @Test
    void aZipIsAnArrayOfItsFiles() {
        byte[] zip = Scans.zip(Map.entry("scans/first.png", NUMBER), Map.entry("scans/notes.txt", TEXT), Map.entry("../../last.png", OTHER));
        for (List<JsonObject> elements : List.of(api.post(READINGS, "application/zip", zip).elements(), api.read(zip).elements(),
                api.readAll("", "application/json", Named.of("all.zip", zip)).elements())) {
            assertEquals(3, elements.size());
            reads(elements.get(0), "scans/first.png", "4071");
            fails(elements.get(1), "scans/notes.txt", 415, "text");
            reads(elements.get(2), "last.png", "123");
        }
        reads(api.read(Scans.zip(Map.entry("only.png", NUMBER))).elements().get(0), "only.png", "4071");
    }

    @Test
    void aZipThatCannotBeOpenedIsAProblemOfTheRequestOnlyWhenItIsAlone() {
        byte[] half = Arrays.copyOf(Scans.zip(Map.entry("first.png", NUMBER)), 300);
        for (String accept : List.of("application/json", NDJSON, CSV)) {
            api.readAs(accept, half, "").refuses(422, "ZIP");
            api.readAs(accept, Scans.zip(), "").refuses(422, "ZIP", "no files");
        }
        List<JsonObject> elements = api.readAll("", "application/json", Named.of("half.zip", half), Named.of("last.png", OTHER)).elements();
        fails(elements.get(0), "half.zip", 422, "ZIP");
        reads(elements.get(1), "last.png", "123");
    }

    @Test
    void readsEveryPageOfATiff() {
        byte[] three = Scans.tiff(Numbers.painted("4071"), Numbers.painted("  "), Numbers.painted("123"));
        for (List<JsonObject> elements : List.of(api.post(READINGS, "image/tiff", three).elements(),
                api.readAll("", "application/json", Named.of("scan.tiff", three)).elements())) {
            assertEquals(List.of("4071", "", "123"), elements.stream().map(page -> page.getString("text")).toList());
            assertEquals(List.of(1, 2, 3), elements.stream().map(page -> page.getInt("page")).toList());
        }
        List<String> rows = api.readAll("", CSV, Named.of("scan.tiff", three), Named.of("last.png", OTHER)).rows();
        assertTrue(rows.get(2).startsWith("scan.tiff,3,123,") && rows.get(3).startsWith("last.png,1,123,"), rows::toString);
    }

    @Test
    void aPageThatIsTooLargeSpoilsNoOther() {
        byte[] scan = Scans.tiff(Numbers.painted("4071"), new BufferedImage(6000, 6000, BufferedImage.TYPE_BYTE_BINARY), Numbers.painted("123"));
        List<JsonObject> elements = api.post(READINGS, "image/tiff", scan).elements();
        assertEquals(3, elements.size());
        assertEquals("4071", elements.get(0).getString("text"));
        fails(elements.get(1), "image", 413, "6000 x 6000", "25,000,000");
        assertEquals(2, elements.get(1).getInt("page"));
        assertEquals("123", elements.get(2).getString("text"));
    }

    @Test
    void readsEveryPageOfAPdf() {
        List<JsonObject> elements = api.post(READINGS, "application/pdf", Scans.pdf("4071", "123")).elements();
        assertEquals(List.of("4071", "123"), elements.stream().map(page -> page.getString("text")).toList());
        api.post(READINGS, "application/pdf", Scans.pdf("4071")).as("4071");
    }

    @Test
    void linesArriveOneByOne() {
        Named[] files = IntStream.range(0, 40).mapToObj(i -> Named.of(i + ".png", NUMBER)).toArray(Named[]::new);
        long start = System.nanoTime();
        try (Stream<String> lines = api.linesOf(files)) {
            Iterator<String> each = lines.iterator();
            reads(ApiClient.object(each.next()), "0.png", "4071");
            long first = System.nanoTime() - start;
            for (int i = 1; i < 40; i++) {
                reads(ApiClient.object(each.next()), i + ".png", "4071");
            }
            long all = System.nanoTime() - start;
            assertFalse(each.hasNext());
            assertTrue(first < all / 2, () -> "the first of 40 lines came after " + first / 1000 + " of " + all / 1000 + " µs");
        }
    }

    @Test
    void aLineIsAnElementAlsoForASinglePicture() {
        List<JsonObject> lines = api.readAs(NDJSON, NUMBER, "").lines();
        assertEquals(1, lines.size());
        reads(lines.get(0), "image", "4071");
        assertTrue(lines.get(0).getJsonNumber("milliseconds").doubleValue() > 0);
        fails(api.readAs(NDJSON, TEXT, "").lines().get(0), "image", 415, "text");
    }

    @Test
    void aTableHasARowAPage() {
        var answer = api.readAll("", CSV, Named.of("first.png", NUMBER), Named.of("=1+1.txt", TEXT), Named.of("a,\"b\".png", OTHER));
        List<String> rows = answer.rows();
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).matches("first\\.png,1,4071,0\\.9[0-9]*,4,digits,"), rows.get(0));
        assertTrue(rows.get(1).matches("\"?'=1\\+1\\.txt\"?,,,,,,\"The bytes are text; expected .*\""), rows.get(1));
        assertTrue(rows.get(2).startsWith("\"a,\"\"b\"\".png\",1,123,"), rows.get(2));
        assertTrue(answer.mediaType().contains("charset=utf-8"), answer::mediaType);
    }

    @Test
    void whoAsksForSeveralKindsGetsTheBestThatThereIs() {
        api.readAs("text/html, application/xhtml+xml, */*;q=0.8", NUMBER, "").as("4071");
        api.readAs("text/csv;q=0.5, application/x-ndjson;q=0.9", NUMBER, "").lines();
        api.readAs("text/*", NUMBER, "").rows();
        for (String accept : List.of("application/json", NDJSON, CSV)) {
            assertEquals("Accept", api.readAs(accept, NUMBER, "").header("Vary"), accept);
            api.readAs(accept, NUMBER, "?model=nobody").refuses(404, "nobody");
            api.readAs(accept, new byte[0], "").refuses(400, "empty");
        }
    }

    @Test
    void namesAreShownSafely() {
        Map<String, String> shown = Map.of("Übung 1.png", "Übung 1.png", "../../etc/passwd", "etc/passwd", "C:\\scans\\a.png", "scans/a.png",
            "evil\u202Egnp.exe", "evilgnp.exe", "<b>bold</b>.png", "<b>bold</b>.png", "tab\there.png", "tabhere.png");
        Named[] files = shown.keySet().stream().map(name -> Named.of(name, TEXT)).toArray(Named[]::new);
        assertEquals(List.copyOf(shown.values()), api.readAll("", NDJSON, files).lines().stream().map(line -> line.getString("file")).toList());
        String longest = api.readAll("", NDJSON, Named.of("x".repeat(500) + ".png", TEXT)).lines().get(0).getString("file");
        assertEquals(100, longest.length());
        assertTrue(longest.endsWith("x.png"));
        Named encoded = new Named("filename=\"plain.png\"; filename*=UTF-8''%C3%9Cbung%201.png", TEXT);
        assertEquals("Übung 1.png", api.readAll("", NDJSON, encoded).lines().get(0).getString("file"));
        assertEquals("image", api.readAll("", NDJSON, new Named("x=y", TEXT)).lines().get(0).getString("file"));
    }

    @Test
    void readsAHundredPicturesAndNoMore() {
        byte[] digit = Numbers.png("7");
        Named[] hundred = IntStream.range(0, 100).mapToObj(i -> Named.of(i + ".png", digit)).toArray(Named[]::new);
        assertEquals(100, api.readAll("", "application/json", hundred).elements().stream().filter(each -> each.getString("text").equals("7")).count());
        Named zip = Named.of("more.zip", Scans.zip(Map.entry("a.png", digit), Map.entry("b.png", digit)));
        List<JsonObject> elements = api.readAll("", "application/json", Stream.concat(Stream.of(hundred).limit(99), Stream.of(zip)).toArray(Named[]::new))
            .elements();
        assertEquals(101, elements.size());
        reads(elements.get(99), "a.png", "7");
        fails(elements.get(100), "b.png", 413, "more than 100");
    }

    @Test
    void oneFileMayNotTakeTheRoomOfAll() {
        List<JsonObject> elements = api.readAll("", "application/json", Named.of("large.png", new byte[10_000_001]), Named.of("last.png", OTHER))
            .elements();
        fails(elements.get(0), "large.png", 413, "10,000,001", "10,000,000");
        reads(elements.get(1), "last.png", "123");
    }

    @Test
    void explainsEachPictureByItself() {
        List<JsonObject> elements = api.readAll("?explain=cam", "application/json", Named.of("short.png", OTHER),
            Named.of("long.png", Numbers.png("0123456789012")), Named.of("last.png", OTHER)).elements();
        for (int i : new int[] {0, 2}) {
            assertTrue(elements.get(i).getJsonArray("digits").getJsonObject(2).containsKey("explanations"));
        }
        fails(elements.get(1), "long.png", 400, "13 digits", "at most 12");
    }

    @Test
    void whoGoesAwayCostsNothingMore() throws Exception {
        Named[] files = IntStream.range(0, 100).mapToObj(i -> Named.of(i + ".png", NUMBER)).toArray(Named[]::new);
        double before = read();
        try (Stream<String> lines = api.linesOf(files)) {
            assertTrue(lines.iterator().hasNext());
        }
        double then = before;
        for (double now = read(); now != then; now = read()) { // until it reads no more
            then = now;
            Thread.sleep(500);
        }
        assertTrue(then - before < 100, "all " + (then - before) + " were read");
        api.read(NUMBER).as("4071");
    }

    private double read() {
        return api.get("metrics").text().lines().filter(line -> line.startsWith("digitlens_reading_duration_seconds_count{"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('}') + 1))).sum();
    }

    private static void reads(JsonObject element, String file, String text) {
        assertEquals(file, element.getString("file"));
        assertEquals(1, element.getInt("page"));
        assertEquals(text, element.getString("text"));
        assertFalse(element.containsKey("problem"));
    }

    private static void fails(JsonObject element, String file, int status, String... mentions) {
        assertEquals(file, element.getString("file"));
        assertFalse(element.containsKey("text"));
        JsonObject problem = element.getJsonObject("problem");
        assertEquals(status, problem.getInt("status"), problem::toString);
        for (String mention : mentions) {
            assertTrue(problem.getString("detail").contains(mention), () -> "expected " + mention + " in " + problem);
        }
    }
}
