package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.digitlens.ink.Ink;

/** The page Compare, as a person uses it. */
final class ComparePage extends PadPage<ComparePage> {

    ComparePage(Page page) {
        super(page);
    }

    @Override
    ComparePage self() {
        return this;
    }

    /** Draws, and returns what the server says of the whole drawing. */
    JsonObject answerTo(Ink ink) {
        draw(ink);
        assertThat(page.locator("main:not([data-asking])")).isVisible();
        Response response = page.waitForResponse(reply -> reply.url().endsWith("/api/v1/comparisons"), () -> press("Compare"));
        assertThat(page.locator("main:not([data-asking])")).isVisible();
        return new Gson().fromJson(response.text(), JsonObject.class);
    }

    /** Names of the models, in the order of their cards. */
    List<String> models() {
        return page.locator(".rival").all().stream().map(card -> card.getAttribute("data-model")).toList();
    }

    Locator card(String model) {
        return page.locator(".rival[data-model='" + model + "']");
    }

    /** The summary beside the pad. */
    ComparePage sums(String headline) {
        assertThat(page.locator("#headline")).hasText(headline);
        return this;
    }

    ComparePage waits() {
        sums("Your turn");
        assertThat(page.locator("#input")).isHidden();
        for (Locator card : page.locator(".rival").all()) {
            assertThat(card.locator(".label")).isEmpty();
            assertThat(card).hasAttribute("data-stance", "waiting");
        }
        return this;
    }

    /** A model's card says this label, and how the model stands to the others. */
    ComparePage says(String model, String label, String stance) {
        assertThat(card(model).locator(".label")).hasText(label);
        assertThat(card(model).locator(".stance")).hasText(Pattern.compile(stance + "\\s*$"));
        assertThat(card(model).locator(".stance svg:visible")).hasCount(1);
        assertThat(card(model).locator(".time")).hasText(Pattern.compile("^[\\d.,]+\u00a0µs$"));
        return this;
    }
}
