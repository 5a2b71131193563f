package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.Models;
import org.digitlens.document.ArchiveLimits;
import org.digitlens.document.ArchiveReader;
import org.digitlens.document.DocumentReader;
import org.digitlens.document.Samples;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.web.ProblemException;
import org.junit.jupiter.api.Test;

/** The work of one request: limits, order, and what one failure means for the rest. */
class TranscriptionTest {

    private static final ModelCatalogue CATALOGUE = Models.catalogue();
    private static final byte[] SEVEN = Numbers.png("7");
    private static final int MOST_BYTES = 100_000;
    private static final int MOST_PAGES = 5;
    private static final int PLENTY = 1000;

    private final List<PageResult> results = new ArrayList<>();

    @Test
    void readsAsManyPagesAsOneRequestMayHave() {
        plain().each(new Uploads(Collections.nCopies(MOST_PAGES, upload("a.png", SEVEN))), results::add);
        assertEquals(Collections.nCopies(MOST_PAGES, "7"), results.stream().map(TranscriptionTest::text).toList());
    }

    @Test
    void saysWhereItStopsAndStopsThere() {
        var opened = new ArrayList<String>();
        List<Upload> files = new ArrayList<>();
        for (int i = 0; i < 2 * MOST_PAGES; i++) {
            String name = i + ".png";
            files.add(new Upload(name, () -> {
                opened.add(name);
                return SEVEN;
            }));
        }
        plain().each(new Uploads(files), results::add);
        assertEquals(MOST_PAGES + 1, results.size());
        assertEquals("5.png: 413 Found more than 5 pages in one request; expected at most so many. This one and those after it are not read.",
            told(results.get(MOST_PAGES)));
        assertEquals(MOST_PAGES + 1, opened.size());
    }

    @Test
    void pagesOfAllFilesCountTogether() {
        byte[] three = Samples.tiffOf(1, 2, 3);
        plain().each(new Uploads(List.of(upload("a.tiff", three), upload("b.tiff", three))), results::add);
        assertEquals(6, results.size());
        assertEquals(2, results.get(4).page().getAsInt());
        assertTrue(told(results.get(5)).startsWith("b.tiff: 413"), told(results.get(5)));
    }

    @Test
    void failuresCountAsPages() {
        plain().each(new Uploads(Collections.nCopies(9, upload("a.txt", new byte[] {1}))), results::add);
        assertEquals(MOST_PAGES + 1, results.size());
    }

    @Test
    void tellsOfAFileThatIsTooLargeAndGoesOn() {
        plain().each(new Uploads(List.of(upload("large.png", Arrays.copyOf(SEVEN, MOST_BYTES + 1)), upload("a.png", SEVEN))), results::add);
        assertEquals("large.png: 413 Found a file of 100,001 bytes; expected at most 100,000 bytes.", told(results.get(0)));
        assertEquals("7", text(results.get(1)));
        assertThrows(ProblemException.class, () -> plain().single(Uploads.of(upload("large.png", new byte[MOST_BYTES + 1]))));
    }

    @Test
    void whatTheReceiverThrowsEndsTheWork() {
        var gone = new IllegalStateException("gone");
        var seen = new ArrayList<PageResult>();
        assertEquals(gone, assertThrows(IllegalStateException.class, () -> plain().each(
            new Uploads(Collections.nCopies(3, upload("a.png", SEVEN))), result -> {
                seen.add(result);
                throw gone;
            })));
        assertEquals(1, seen.size());
    }

    @Test
    void whatTheReceiverThrowsIsNoFailureOfAnArchive() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a.png", SEVEN);
        files.put("b.png", SEVEN);
        var gone = new IllegalStateException("gone");
        assertEquals(gone, assertThrows(IllegalStateException.class, () -> plain().each(
            new Uploads(List.of(upload("a.zip", Samples.zip(files)), upload("c.png", SEVEN))), result -> {
                results.add(result);
                throw gone;
            })));
        assertEquals(1, results.size());
    }

    @Test
    void anArchiveAloneThatIsDamagedIsAFailureOfAll() {
        byte[] damaged = {'P', 'K', 3, 4, 0};
        assertThrows(PictureException.class, () -> plain().each(Uploads.of(upload("a.zip", damaged)), results::add));
        assertTrue(results.isEmpty());
        plain().each(new Uploads(List.of(upload("a.zip", damaged), upload("b.png", SEVEN))), results::add);
        assertTrue(told(results.get(0)).startsWith("a.zip: 422"), told(results.get(0)));
        assertEquals("7", text(results.get(1)));
    }

    @Test
    void readsNoFurtherPageOnceARequestHasTakenItsTime() {
        Upload never = new Upload("never.png", () -> fail("there is no time to look at it"));
        transcription(Question.plain(), MOST_PAGES, 0).each(new Uploads(List.of(never, never)), results::add);
        assertEquals(2, results.size());
        assertTrue(told(results.get(1)).startsWith("never.png: 503 Not read: "), told(results.get(1)));
        assertTrue(told(results.get(1)).contains("0 seconds"), told(results.get(1)));
    }

    @Test
    void explainsSoManyDigitsInOneRequest() {
        Transcription explained = transcription(Question.explained(Set.of(Explanation.CAM)), 20, PLENTY);
        explained.each(new Uploads(Collections.nCopies(12, upload("a.png", Numbers.png("01234567890")))), results::add);
        for (int i = 0; i < 10; i++) {
            assertEquals(11, results.get(i).transcript().orElseThrow().explanations().size());
        }
        assertTrue(told(results.get(10)).contains("more than 120 digits"), told(results.get(10)));
        assertTrue(told(results.get(11)).contains("more than 120 digits"), told(results.get(11)));
    }

    private static Transcription plain() {
        return transcription(Question.plain(), MOST_PAGES, PLENTY);
    }

    private static Transcription transcription(Question question, int pages, int seconds) {
        var transcriber = new Transcriber(CATALOGUE, new DocumentReader(new PictureDecoder(1_000_000, 1_000_000)),
            new ArchiveReader(new ArchiveLimits(100, MOST_BYTES, 1_000_000, 100)), new RecognitionMetrics(), MOST_BYTES, pages, seconds,
            20, 10);
        return transcriber.transcription(question, OptionalInt.empty(), Locale.ENGLISH);
    }

    private static Upload upload(String name, byte[] content) {
        return new Upload(name, () -> content);
    }

    private static String text(PageResult result) {
        return result.transcript().map(transcript -> transcript.reading().text()).orElseGet(() -> told(result));
    }

    private static String told(PageResult result) {
        return result.file() + ": " + result.problem().map(problem -> problem.status() + " " + problem.detail()).orElse("no problem");
    }
}
