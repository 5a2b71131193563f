package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.digitlens.server.LettersApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages know the operator's model of letters, and nothing on them assumes ten digits. */
@ExtendWith(Chromium.class)
class LettersPageIT extends LettersApplicationTest {

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void take(Browser browser) {
        context = browser.newContext(Device.LAPTOP.options(ColorScheme.LIGHT));
        page = context.newPage();
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void readsALetterOnceTheModelIsChosen() {
        page.navigate(address().toString());
        var drawing = new DrawingPage(page);
        page.getByLabel("Model").selectOption("letters");
        for (Ink ink : Ink.letters()) {
            if (ink.writer().equals("plain")) {
                drawing.draw(ink).reads(ink.label()).press("Clear").waits();
            }
        }
        drawing.draw(Ink.letters().get(0)).reads("A").shows("probabilities", "activations", "cam").whyNot("K").shows("cam");
        assertThat(page.locator("#cam")).hasAttribute("alt", Pattern.compile(" for K"));
    }

    @Test
    void speaksOfSignsWhereTheModelReadsNoDigits() {
        page.navigate(address().toString());
        var drawing = new DrawingPage(page);
        assertThat(page.locator("#model option[value=letters]")).containsText("(A, B, E, H, K, X)");
        assertThat(page.locator("#invite svg")).isVisible();
        page.getByLabel("Model").selectOption("letters");
        assertThat(page.locator("main")).not().containsText(Pattern.compile("draw a digit", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator("#invite svg")).hasCount(0);
        drawing.press("Predict").says("Draw a sign first");
        page.reload();
        assertThat(page.locator("main[data-ready]")).isVisible();
        assertThat(page.locator("main")).not().containsText(Pattern.compile("draw a digit", Pattern.CASE_INSENSITIVE));
        page.getByLabel("Model").selectOption("digits");
        drawing.says("Draw a digit. The answer").press("Predict").says("Draw a digit first");
        assertThat(page.locator("#invite svg")).isVisible();
    }

    @Test
    void standsApartFromTheModelsOfDigits() {
        page.navigate(address().resolve("models").toString());
        assertThat(page.locator("main[data-ready]")).isVisible();
        assertThat(page.locator("#overview tbody tr").last()).containsText("reads A, B, E, H, K, X");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Parameters")).click();
        assertThat(page.locator("#overview tbody tr").last()).containsText("Six letters");

        page.navigate(address().resolve("compare").toString());
        var comparison = new ComparePage(page);
        comparison.draw(Ink.seven()).sums("All " + (comparison.models().size() - 1) + " read 7");
        assertThat(comparison.card("letters")).hasAttribute("data-stance", "apart");
        assertThat(comparison.card("letters")).containsText("reads A, B, E, H, K, X");
    }

    @Test
    void isAmongTheModels() {
        page.navigate(address().resolve("models").toString());
        assertThat(page.locator("#overview")).containsText("Six letters");
        Locator letters = page.locator("#model-letters");
        letters.locator("summary").click();
        assertThat(letters).containsText("train --network tiny --recipe few");
        assertThat(letters.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("letters test")).first()).isVisible();
    }
}
