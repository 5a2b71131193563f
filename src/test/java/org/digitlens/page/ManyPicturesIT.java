package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Hand;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many pictures at once: a row for each, one bad file spoiling none, and the results to sort, to look at and to keep. */
class ManyPicturesIT extends PageTest {

    private static final byte[] SEVEN = InkPainter.canvas(120).png(Ink.seven());
    private static final byte[] FOUR = InkPainter.canvas(120).png(Ink.four());
    private static final byte[] NUMBER = PhotoStudio.clean(new NumberComposer(Hand.strokes(), new Random(5)).write("4071", Spacing.APART, 90));
    private static final byte[] HALF = Arrays.copyOf(SEVEN, SEVEN.length / 2);
    private static final String READINGS = "**/api/v1/readings*";

    @Test
    void readsSeveralFilesAndTellsWhichFail() {
        Results results = draws().upload(files("a.png", SEVEN, "b.png", HALF, "c.txt", SEVEN, "d.png", NUMBER)).results();
        results.counts("2 of 4 read, 2 failed").reads("a.png", "7").reads("d.png", "4071")
            .fails("b.png", "The PNG file").fails("c.txt", "is not a PNG, JPEG");
        assertEquals(List.of("a.png", "b.png", "c.txt", "d.png"), results.files());
    }

    @Test
    void readsSeveralFilesDroppedOnThePage() {
        var page = draws().drop(files("a.png", SEVEN, "b.png", NUMBER), "image/png");
        page.results().counts("2 of 2 read").reads("a.png", "7").reads("b.png", "4071");
    }

    @Test
    void readsAFolderDroppedOnThePage(@TempDir Path folder) throws IOException {
        Path numbers = Files.createDirectories(folder.resolve("numbers/more"));
        Files.write(numbers.resolveSibling("1.png"), SEVEN);
        Files.write(numbers.resolveSibling("2.png"), FOUR);
        Files.write(numbers.resolve("10.png"), NUMBER);
        Files.write(numbers.resolveSibling(".DS_Store"), HALF);
        Results results = draws().drop(folder.resolve("numbers")).results();
        results.counts("3 of 3 read").reads("1.png", "7").reads("2.png", "4").reads("10.png", "4071");
    }

    @Test
    void readsAZipPageByPage() throws IOException {
        var page = draws().upload("numbers.zip", "application/zip", zip(files("one/a.png", SEVEN, "one/b.png", HALF, "c.png", NUMBER)));
        page.results().counts("2 read, 1 failed").reads("a.png", "7").reads("c.png", "4071").fails("b.png", "The PNG file")
            .open("c.png").shows("c.png");
        page.readsNumber("4071");
        assertThat(page.browser().locator("#paper")).isVisible();
    }

    @Test
    void opensThePictureOfARow() {
        var page = draws().upload(files("a.png", SEVEN, "b.png", NUMBER, "c.png", FOUR));
        Results results = page.results().counts("3 of 3 read");
        results.open("b.png").shows("b.png");
        page.readsNumber("4071").openChip(2).explains(3, 4, "7");
        results.row("c.png").locator(".text").click();
        results.shows("c.png");
        page.reads("4").shows("cam").press("Previous picture").readsNumber("4071");
        results.shows("b.png").press("Remove all");
        page.waits();
        assertThat(page.browser().locator("#batch")).isHidden();
    }

    @Test
    void sortsTheRows() {
        Results results = draws().upload(files("c.png", SEVEN, "a.png", NUMBER, "b.png", HALF, "d.png", FOUR)).results()
            .counts("3 of 4 read, 1 failed");
        assertEquals(List.of("c.png", "a.png", "b.png", "d.png"), results.files());
        results.sortBy("File").sorted("File", "ascending");
        assertEquals(List.of("a.png", "b.png", "c.png", "d.png"), results.files());
        results.sortBy("Text").sorted("Text", "ascending");
        assertEquals(List.of("d.png", "c.png", "a.png", "b.png"), results.files(), "4, 7, 4071, and what fails last");
        results.sortBy("Text").sorted("Text", "descending");
        assertEquals(List.of("a.png", "c.png", "d.png", "b.png"), results.files());
        results.sortBy("Confidence").sorted("Confidence", "ascending");
        assertEquals("a.png", results.files().get(0), "a number is less sure than each of its digits");
        assertEquals("b.png", results.files().get(3));
    }

    @Test
    void givesTheResultsAsCsv() {
        Results results = draws().upload(files("=a,b.png", SEVEN, "n.png", NUMBER, "h.png", HALF)).results().counts("2 of 3 read, 1 failed");
        String[] rows = results.download("Download CSV", "readings.csv").split("\r\n");
        assertEquals("file,page,text,confidence,digits,model,problem", rows[0]);
        assertTrue(rows[1].matches("\"'=a,b\\.png\",1,7,0\\.9\\d*,1,digits,"), rows[1]);
        assertTrue(rows[2].matches("n\\.png,1,4071,0\\.\\d+,4,digits,"), rows[2]);
        assertTrue(rows[3].matches("h\\.png,1,,,,,\"The PNG file .*\""), rows[3]);
        assertEquals(4, rows.length);
    }

    @Test
    void givesTheResultsAsJson() {
        Results results = draws().upload(files("n.png", NUMBER, "h.png", HALF)).results().counts("1 of 2 read, 1 failed");
        JsonArray answer = new Gson().fromJson(results.download("Download JSON", "readings.json"), JsonArray.class);
        assertEquals("n.png", answer.get(0).getAsJsonObject().get("file").getAsString());
        assertEquals("4071", answer.get(0).getAsJsonObject().get("text").getAsString());
        assertEquals(4, answer.get(0).getAsJsonObject().getAsJsonArray("digits").size());
        assertTrue(answer.get(1).getAsJsonObject().getAsJsonObject("problem").get("detail").getAsString().contains("PNG"));
    }

    @Test
    void showsHowFarItIsAndEndsWhenOneCancels() {
        expectRefusals();
        var page = draws();
        var held = new ArrayList<Route>();
        page.browser().route(READINGS, route -> {
            if (held.size() < 4) {
                route.resume();
            }
            held.add(route);
        });
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 12; i++) {
            many.put(i + ".png", SEVEN);
        }
        page.upload(many);
        Results results = page.results();
        assertThat(page.browser().locator("#count")).hasText("4 of 12 read");
        page.browser().waitForCondition(() -> held.size() == 6);
        assertEquals(4 / 12.0, (double) page.browser().evaluate("document.querySelector('#progress').position"), 1e-9);
        results.press("Cancel").counts("Cancelled: 4 of 12 read");
        assertThat(page.browser().locator("#progress")).isHidden();
        assertEquals(6, held.size(), "two at a time, and none after the end");
        assertEquals(4, results.files().size());
    }

    @Test
    void asksABusyServerOnceAgain() {
        expectRefusals();
        var page = draws();
        var asked = new ArrayList<Long>();
        page.browser().route(READINGS, route -> {
            asked.add(System.nanoTime());
            if (asked.size() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "2")));
            } else {
                route.resume();
            }
        });
        page.upload("seven.png", "image/png", SEVEN).reads("7");
        assertEquals(2, asked.size());
        assertTrue(asked.get(1) - asked.get(0) >= 1_900_000_000L);
    }

    @Test
    void saysInTheRowsThatTheServerCannotBeReached() {
        expectRefusals();
        var page = draws();
        page.browser().route(READINGS, Route::abort);
        page.upload(files("a.png", SEVEN, "b.png", FOUR)).results().counts("0 of 2 read, 2 failed")
            .fails("a.png", "can’t be reached").fails("b.png", "can’t be reached");
    }

    @Test
    void addsToTheTableOrReplacesItAsOneLikes() {
        var page = draws().upload(files("a.png", SEVEN, "b.png", FOUR));
        Results results = page.results().counts("2 of 2 read");
        page.upload("c.png", "image/png", NUMBER);
        results.counts("3 of 3 read").reads("c.png", "4071");
        page.browser().getByLabel("replace these").check();
        page.upload(files("d.png", SEVEN, "e.png", FOUR));
        results.counts("2 of 2 read");
        assertEquals(List.of("d.png", "e.png"), results.files());
    }

    @Test
    void leavesTheDrawingAloneWhileFilesAreRead() {
        var page = draws().upload(files("a.png", SEVEN, "b.png", FOUR));
        page.results().counts("2 of 2 read");
        page.press("Clear").waits().drawNumber("40").readsNumber("40");
        assertThat(page.browser().locator("#results [aria-current]")).hasCount(0);
        page.results().open("b.png").shows("b.png");
        page.reads("4").press("Undo").readsNumber("40");
    }

    @Test
    void readsAllAgainWithAnotherModel() {
        var page = draws().upload(files("a.png", SEVEN, "b.png", NUMBER));
        Results results = page.results().counts("2 of 2 read").open("b.png").shows("b.png");
        page.chooseModel("lenet");
        results.counts("2 of 2 read").shows("b.png");
        assertTrue(results.download("Download CSV", "readings.csv").contains("lenet"));
        page.readsNumber("4071").says("lenet · ");
    }

    @Test
    void drawsThumbnails() {
        var page = draws().upload(files("a.png", SEVEN, "b.png", NUMBER));
        page.results().counts("2 of 2 read").row("b.png").scrollIntoViewIfNeeded();
        page.browser().waitForFunction("[...document.querySelectorAll('.thumb canvas')].every(({width}) => width !== 300)");
        double shape = (double) page.results().row("b.png").locator("canvas").evaluate("({width, height}) => width / height");
        assertTrue(shape > 1.5, "a number is wide, but the thumbnail is " + shape);
    }

    @Test
    void fitsAPhone() {
        var page = drawsOn(Device.SMALL_PHONE, ColorScheme.DARK).upload(files("a-long-name-of-a-picture-without-a-space.png", SEVEN, "b.png", NUMBER, "c.png", HALF));
        page.results().counts("2 of 3 read, 1 failed");
        assertEquals(0, page.browser().evaluate("document.documentElement.scrollWidth - innerWidth"));
        assertEquals(List.of(), page.browser().evaluate("""
            () => [...document.querySelectorAll('#batch button, #batch label')].map(button => [button.textContent.trim(), button.getBoundingClientRect()])
                .filter(([, {width, height}]) => width && (width < 43.9 || height < 43.9)).map(([name]) => name)"""));
    }

    private static Map<String, byte[]> files(Object... namesAndContents) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
