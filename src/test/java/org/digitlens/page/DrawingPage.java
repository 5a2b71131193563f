package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The drawing page, as a person uses it: by what it shows and says. */
final class DrawingPage extends PadPage<DrawingPage> {

    DrawingPage(Page page) {
        super(page);
    }

    @Override
    DrawingPage self() {
        return this;
    }

    // What a person does

    DrawingPage chooseModel(String name) {
        page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true)).selectOption(name);
        return this;
    }

    DrawingPage chooseLayer(String layer) {
        return choose("Layer", layer);
    }

    DrawingPage whyNot(String label) {
        return choose("Answer", label);
    }

    /** Opens a digit by its box in the picture. */
    DrawingPage openBox(int index) {
        box(index).click();
        return this;
    }

    /** Opens a digit by its place below the number. */
    DrawingPage openChip(int index) {
        chip(index).click();
        return this;
    }

    Locator box(int index) {
        return page.locator("#boxes button").nth(index);
    }

    Locator chip(int index) {
        return page.locator("#chips button").nth(index);
    }

    Results results() {
        return new Results(page);
    }

    // What a person sees

    /** A number of several signs, in large, with a box and a place to choose it by for each of its digits. */
    DrawingPage readsNumber(String text) {
        assertThat(page.locator("#text")).hasText(text);
        assertThat(page.locator("#chips button")).hasCount((int) text.chars().filter(sign -> sign == '?' || Character.isDigit(sign)).count());
        return this;
    }

    /** The digit that is explained, such as 2 of 4. */
    DrawingPage explains(int position, int digits, String label) {
        assertThat(page.locator("#chart-title")).hasText("How sure it is Digit " + position + " of " + digits);
        assertThat(page.locator("#digit")).hasText(label);
        assertThat(chip(position - 1)).hasAttribute("aria-current", "true");
        assertThat(box(position - 1)).hasAttribute("aria-current", "true");
        assertThat(page.locator("[aria-current=true]:is(#chips *, #boxes *)")).hasCount(2);
        return this;
    }

    DrawingPage asks(String model) {
        assertThat(page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true))).hasValue(model);
        return this;
    }

    DrawingPage reads(String label) {
        assertThat(page.locator("#digit")).hasText(label);
        assertThat(page.locator("#headline")).hasText(Pattern.compile("^(over )?[\\d.]+\u00a0% sure$"));
        assertThat(page.locator("#detail")).containsText("Runner-up: ");
        return this;
    }

    DrawingPage makesNothingOfIt(String reason) {
        assertThat(page.locator("#headline")).hasText("I can’t make this out");
        assertThat(page.locator("#detail")).hasText(Pattern.compile(reason));
        return this;
    }

    /** The page has just been opened. */
    DrawingPage readsNothingYet() {
        assertThat(page.locator("main[data-ready]")).isVisible();
        return waits();
    }

    DrawingPage waits() {
        assertThat(page.locator("#headline")).hasText("Your turn");
        assertThat(page.locator("#digit")).isEmpty();
        List.of("#input", "#probabilities", "#activations", "#cam").forEach(image -> assertThat(page.locator(image)).isHidden());
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

    /** The address of a picture on the page, which changes whenever the picture does. */
    String picture(String image) {
        return page.locator("#" + image).getAttribute("src");
    }

    private DrawingPage choose(String group, String value) {
        page.getByRole(AriaRole.GROUP, new GetByRoleOptions().setName(group).setExact(true))
            .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(value).setExact(true)).check();
        return this;
    }
}
