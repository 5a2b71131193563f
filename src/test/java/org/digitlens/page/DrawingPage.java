package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import org.digitlens.ink.Ink;

/** The drawing page, as a person uses it: by what it shows and says. */
final class DrawingPage {

    private final Page page;

    DrawingPage(Page page) {
        this.page = page;
        assertThat(page.locator("main[data-ready]")).isVisible();
    }

    Page browser() {
        return page;
    }

    // What a person does

    DrawingPage draw(Ink ink) {
        Place place = place();
        for (List<Ink.Point> stroke : ink.smooth()) {
            move(place, stroke.get(0));
            page.mouse().down();
            stroke.forEach(point -> move(place, point));
            page.mouse().up();
        }
        return this;
    }

    DrawingPage drawWithFinger(Ink ink) {
        Place place = place();
        new Finger(page).draw(ink.smooth().stream().map(stroke -> stroke.stream().map(place::of).toList()).toList());
        return this;
    }

    DrawingPage press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
        return this;
    }

    DrawingPage upload(String name, String type, byte[] bytes) {
        page.locator("#file").setInputFiles(new FilePayload(name, type, bytes));
        return this;
    }

    DrawingPage upload(Path file) {
        page.locator("#file").setInputFiles(file);
        return this;
    }

    DrawingPage drop(Map<String, byte[]> files, String type) {
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
        return this;
    }

    DrawingPage chooseLayer(String layer) {
        return choose("Layer", layer);
    }

    DrawingPage whyNot(String label) {
        return choose("Digit", label);
    }

    // What a person sees

    DrawingPage reads(String label) {
        assertThat(page.locator("#digit")).hasText(label);
        assertThat(page.locator("#headline")).hasText(Pattern.compile("^(over )?[\\d.]+\u00a0% sure$"));
        assertThat(page.locator("#detail")).containsText("Runner-up: ");
        return this;
    }

    DrawingPage makesNothingOfIt(String reason) {
        assertThat(page.locator("#headline")).hasText("I can’t make out a digit");
        assertThat(page.locator("#detail")).hasText(Pattern.compile(reason));
        return this;
    }

    DrawingPage waits() {
        assertThat(page.locator("#headline")).hasText("Your turn");
        assertThat(page.locator("#digit")).isEmpty();
        List.of("#input", "#probabilities", "#activations", "#cam").forEach(image -> assertThat(page.locator(image)).isHidden());
        return this;
    }

    DrawingPage says(String words) {
        assertThat(page.locator("main")).containsText(words);
        return this;
    }

    DrawingPage warns(String title, String detail) {
        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).containsText(title);
        assertThat(alert).containsText(detail);
        return this;
    }

    DrawingPage warnsNoLonger() {
        assertThat(page.locator("#notice")).isHidden();
        return this;
    }

    DrawingPage shows(String... images) {
        for (String image : images) {
            assertThat(page.locator("#" + image)).isVisible();
            assertThat(page.locator("#" + image)).hasAttribute("alt", Pattern.compile("\\S.{10,}", Pattern.DOTALL));
            page.waitForFunction("id => document.getElementById(id).naturalWidth > 0", image);
        }
        return this;
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

    /** The address of a picture on the page, which changes whenever the picture does. */
    String picture(String image) {
        return page.locator("#" + image).getAttribute("src");
    }

    private DrawingPage choose(String group, String value) {
        page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(group).setExact(true))
            .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(value).setExact(true)).check();
        return this;
    }

    private Place place() {
        page.locator("#ink").scrollIntoViewIfNeeded();
        return new Place(page.locator("#ink").boundingBox());
    }

    private void move(Place place, Ink.Point point) {
        Ink.Point at = place.of(point);
        page.mouse().move(at.x(), at.y());
    }

    /** Puts ink in the middle of the canvas, two thirds of its shorter side high. */
    private record Place(BoundingBox canvas) {

        Ink.Point of(Ink.Point point) {
            double size = Math.min(canvas.width, canvas.height) * 2 / 3;
            return new Ink.Point(canvas.x + canvas.width / 2 + (point.x() - 0.5) * size,
                canvas.y + canvas.height / 2 + (point.y() - 0.5) * size);
        }
    }
}
