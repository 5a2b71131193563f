package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One picture of a digit from a file, chosen or dropped; and files that are none. */
class UploadIT extends PageTest {

    private static final byte[] TEXT = "not a picture".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SEVEN = InkPainter.canvas(200).png(Ink.seven());

    @Test
    void readsAPictureOneChooses() {
        var page = draws().upload("seven.png", "image/png", SEVEN).reads("7");
        assertThat(page.browser().locator("#picture")).isVisible();
        page.says("seven.png").shows("probabilities", "activations", "cam");
    }

    @Test
    void readsAPictureDroppedOnThePage() {
        byte[] chalk = InkPainter.canvas(300).withColours(Color.DARK_GRAY, Color.WHITE).png(Ink.four());
        draws().drop(Map.of("chalk.png", chalk), "image/png").reads("4");
    }

    @Test
    void returnsToTheDrawingOnUndoAndToAnEmptySheetOnClear() {
        var page = draws().draw(Ink.of(3)).reads("3").upload("seven.png", "image/png", SEVEN).reads("7");
        page.press("Undo").reads("3").upload("seven.png", "image/png", SEVEN).reads("7").press("Clear").waits();
        assertThat(page.browser().locator("#picture")).isHidden();
        assertEquals(0, page.ink());
    }

    @Test
    void startsANewDrawingWhereThePictureWas() {
        var page = draws().upload("seven.png", "image/png", SEVEN).reads("7").press("Clear").waits().draw(Ink.one()).reads("1");
        assertThat(page.browser().locator("#picture")).isHidden();
    }

    @Test
    void refusesAnUnsupportedFileBeforeSendingIt() {
        var page = draws().draw(Ink.seven()).reads("7");
        var sent = countRequests(page);
        page.upload("notes.txt", "text/plain", TEXT).warns("can’t be read", "notes.txt is not a PNG, JPEG")
            .press("Close").reads("7");
        page.drop(Map.of("drawing.svg", TEXT), "image/svg+xml").warns("can’t be read", "drawing.svg");
        assertEquals(0, sent.get());
    }

    @Test
    void refusesAnEmptyFileBeforeSendingIt() {
        var page = draws();
        var sent = countRequests(page);
        page.upload("empty.png", "image/png", new byte[0]).warns("empty", "empty.png has no content");
        assertEquals(0, sent.get());
    }

    @Test
    void refusesAPictureAboveTheLimitBeforeSendingIt(@TempDir Path folder) throws Exception {
        var page = draws();
        var sent = countRequests(page);
        page.upload(Files.write(folder.resolve("huge.png"), new byte[10_000_001]))
            .warns("too large", "huge.png has 10\u00a0MB; up to 10\u00a0MB can be read");
        assertEquals(0, sent.get());
    }

    @Test
    void passesOnWhyTheServerRefusesAPicture() {
        draws().upload("half.png", "image/png", Arrays.copyOf(SEVEN, SEVEN.length / 2)).warns("can’t be read", "The PNG file")
            .press("Close").upload("seven.png", "image/png", SEVEN).reads("7");
    }

    @Test
    void saysWhatAFileIsThatIsNoPictureWhateverItsName() {
        draws().upload("text.png", "image/png", TEXT).warns("can’t be read", "PNG, JPEG, GIF, BMP, WebP, TIFF").press("Close")
            .upload("seven.png", "image/png", SEVEN).reads("7");
    }

    @Test
    void keepsTheDrawingWhenAFileCannotBeRead() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        var page = draws().drawNumber("40").readsNumber("40");
        double ink = page.ink();
        page.upload("photo.heic", "image/heic", heic).warns("can’t be read", "HEIC").press("Close").readsNumber("40");
        assertEquals(ink, page.ink());
        assertThat(page.box(1)).isVisible();
    }

    @Test
    void saysWhenAPictureHoldsNoDigit() {
        byte[] paper = InkPainter.canvas(100).withColours(Color.WHITE, Color.WHITE).png(Ink.one());
        draws().upload("paper.png", "image/png", paper).makesNothingOfIt("empty");
    }

    private static AtomicInteger countRequests(DrawingPage page) {
        var sent = new AtomicInteger();
        page.browser().onRequest(request -> sent.addAndGet(List.of("GET", "POST").contains(request.method())
            && request.url().contains("/api/v1/") ? 1 : 0));
        return sent;
    }
}
