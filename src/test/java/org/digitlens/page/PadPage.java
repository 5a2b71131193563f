package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import org.digitlens.ink.Ink;

/**
 * A page with a pad to draw on, as a person uses it: by what it shows and says.
 *
 * @param <P> the page itself, so that calls can follow one another
 */
abstract class PadPage<P extends PadPage<P>> {

    final Page page;

    PadPage(Page page) {
        this.page = page;
        assertThat(page.locator("main[data-ready]")).isVisible();
    }

    abstract P self();

    Page browser() {
        return page;
    }

    // What a person does

    P draw(Ink ink) {
        Place place = place();
        for (List<Ink.Point> stroke : ink.smooth()) {
            move(place, stroke.get(0));
            page.mouse().down();
            stroke.forEach(point -> move(place, point));
            page.mouse().up();
        }
        return self();
    }

    /** Draws digits, points and minus signs side by side over the whole width of the canvas. */
    P drawNumber(String signs) {
        Place place = place();
        for (int i = 0; i < signs.length(); i++) {
            Place cell = place.cell(i, signs.length());
            for (List<Ink.Point> stroke : strokes(signs.charAt(i))) {
                move(cell, stroke.get(0));
                page.mouse().down();
                stroke.forEach(point -> move(cell, point));
                page.mouse().up();
            }
        }
        return self();
    }

    private static List<List<Ink.Point>> strokes(char sign) {
        return switch (sign) {
            case '-' -> List.of(List.of(new Ink.Point(0.3, 0.5), new Ink.Point(0.7, 0.5)));
            case '.' -> List.of(List.of(new Ink.Point(0.5, 0.9), new Ink.Point(0.51, 0.91)));
            default -> Ink.of(sign - '0').smooth();
        };
    }

    P drawWithFinger(Ink ink) {
        Place place = place();
        new Finger(page).draw(ink.smooth().stream().map(stroke -> stroke.stream().map(place::of).toList()).toList());
        return self();
    }

    P press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
        return self();
    }

    P upload(String name, String type, byte[] bytes) {
        page.locator("#file").setInputFiles(new FilePayload(name, type, bytes));
        return self();
    }

    P upload(Map<String, byte[]> files) {
        page.locator("#file").setInputFiles(files.entrySet().stream()
            .map(file -> new FilePayload(file.getKey(), "", file.getValue())).toArray(FilePayload[]::new));
        return self();
    }

    P upload(Path file) {
        page.locator("#file").setInputFiles(file);
        return self();
    }

    P drop(Map<String, byte[]> files, String type) {
        var encoded = files.entrySet().stream()
            .map(file -> List.of(file.getKey(), Base64.getEncoder().encodeToString(file.getValue()))).toList();
        JSHandle transfer = page.evaluateHandle("""
            async ([files, type]) => {
                const transfer = new DataTransfer();
                for (const [name, content] of files) {
                    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                    transfer.items.add(new File([bytes], name, {type}));
                }
                return transfer;
            }""", List.of(encoded, type));
        page.dispatchEvent("#sheet", "dragover", Map.of("dataTransfer", transfer));
        page.dispatchEvent("#sheet", "drop", Map.of("dataTransfer", transfer));
        return self();
    }

    /** Drops files or folders from outside of the browser. */
    P drop(Path... files) {
        var data = new JsonObject();
        data.add("items", new JsonArray());
        data.add("files", new Gson().toJsonTree(Stream.of(files).map(Path::toString).toList()));
        data.addProperty("dragOperationsMask", 1);
        BoundingBox sheet = page.locator("#sheet").boundingBox();
        CDPSession session = page.context().newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            var event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", sheet.x + sheet.width / 2);
            event.addProperty("y", sheet.y + sheet.height / 2);
            event.add("data", data);
            session.send("Input.dispatchDragEvent", event);
        }
        return self();
    }

    // What a person sees

    P says(String words) {
        assertThat(page.locator("main")).containsText(words);
        return self();
    }

    P warns(String title, String detail) {
        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText(title);
        assertThat(alert).containsText(detail);
        return self();
    }

    P warnsNoLonger() {
        assertThat(page.locator("#notice")).isHidden();
        return self();
    }

    /** How much of the canvas has ink on it, from 0 to 1. */
    double ink() {
        return ((Number) page.evaluate("""
            () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => {
                const {width, height} = document.querySelector('#ink');
                const copy = new OffscreenCanvas(width, height).getContext('2d');
                copy.drawImage(document.querySelector('#ink'), 0, 0);
                const pixels = copy.getImageData(0, 0, width, height).data;
                let inked = 0;
                for (let i = 3; i < pixels.length; i += 4) inked += pixels[i] > 127;
                resolve(inked / width / height);
            })))""")).doubleValue();
    }

    private Place place() {
        page.locator("#ink").scrollIntoViewIfNeeded();
        BoundingBox canvas = page.locator("#ink").boundingBox();
        return new Place(canvas.x, canvas.y, canvas.width, canvas.height);
    }

    private void move(Place place, Ink.Point point) {
        Ink.Point at = place.of(point);
        page.mouse().move(at.x(), at.y());
    }

    /** A part of the canvas; it puts ink in its middle, two thirds of its shorter side high. */
    private record Place(double x, double y, double width, double height) {

        Place cell(int index, int cells) {
            return new Place(x + width / cells * index, y, width / cells, height);
        }

        Ink.Point of(Ink.Point point) {
            double size = Math.min(width, height) * 2 / 3;
            return new Ink.Point(x + width / 2 + (point.x() - 0.5) * size, y + height / 2 + (point.y() - 0.5) * size);
        }
    }
}
