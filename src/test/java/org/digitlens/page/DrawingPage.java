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

    // What a person sees

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
