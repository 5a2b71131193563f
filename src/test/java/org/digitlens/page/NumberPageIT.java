package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;

/** Whole numbers on the canvas: read as one draws, each digit marked and explained. */
class NumberPageIT extends PageTest {

    @Test
    void readsSeveralDigitsAsSoonAsThePenLifts() {
        draws().drawNumber("4071").readsNumber("4071").says("% sure").shows("input", "probabilities", "activations", "cam");
    }

    @Test
    void readsMinusAndPointAsSuch() {
        var page = draws().press("Wide").drawNumber("-4.7").readsNumber("-4.7");
        assertThat(page.browser().locator("#boxes .mark")).hasText(new String[] {"-", "."});
        assertThat(page.browser().locator("#chips span")).hasText(new String[] {"-", "."});
        page.openChip(1).explains(2, 2, "7");
    }

    @Test
    void opensTheDigitThatIsLeastSure() {
        var page = draws().drawNumber("407").readsNumber("407");
        List<Double> shares = page.browser().locator("#chips small").allTextContents().stream()
            .map(share -> Double.valueOf(share.replaceAll("[^\\d.]", ""))).toList();
        int open = (int) page.browser().locator("#chips").evaluate(
            "chips => [...chips.querySelectorAll('button')].findIndex(chip => chip.ariaCurrent)");
        assertEquals(shares.stream().min(Double::compare).orElseThrow(), shares.get(open));
        page.explains(open + 1, 3, "407".substring(open, open + 1));
    }

    @Test
    void marksNothingInADrawingOfOneDigit() {
        var page = draws().draw(Ink.seven()).reads("7");
        assertThat(page.browser().locator("#viewer")).isHidden();
        assertThat(page.browser().locator("#number")).isHidden();
        assertThat(page.browser().locator("#chart-title")).hasText("How sure it is");
    }

    @Test
    void marksEachDigitWhereItIsDrawn() {
        var page = draws().press("Wide").drawNumber("4071").readsNumber("4071");
        BoundingBox canvas = page.browser().locator("#ink").boundingBox();
        for (int digit = 0; digit < 4; digit++) {
            BoundingBox box = page.box(digit).boundingBox();
            double middle = (box.x + box.width / 2 - canvas.x) / canvas.width;
            assertEquals((digit + 0.5) / 4, middle, 0.06);
            assertTrue(box.y > canvas.y && box.y + box.height < canvas.y + canvas.height);
        }
    }

    @Test
    void explainsTheDigitOneTapsInTheDrawing() {
        var page = draws().drawNumber("40").readsNumber("40");
        double ink = page.ink();
        for (int digit : new int[] {1, 0, 1}) {
            BoundingBox box = page.box(digit).boundingBox();
            page.browser().mouse().click(box.x + box.width / 2, box.y + box.height / 2);
            page.explains(digit + 1, 2, "40".substring(digit, digit + 1));
        }
        assertEquals(ink, page.ink(), "a tap is no ink");
    }

    @Test
    void takesATapBesideTheDigitsForInk() {
        var page = draws().drawNumber("40").readsNumber("40");
        double ink = page.ink();
        BoundingBox canvas = page.browser().locator("#ink").boundingBox();
        page.browser().mouse().click(canvas.x + 30, canvas.y + 30);
        assertTrue(page.ink() > ink);
    }

    @Test
    void explainsEachDigitWithPicturesOfItsOwn() {
        var page = draws().drawNumber("47").readsNumber("47").openChip(0).explains(1, 2, "4").shows("probabilities", "activations", "cam");
        page.says("Warm regions speak for 4");
        var before = List.of(page.picture("probabilities"), page.picture("activations"), page.picture("cam"));
        page.openChip(1).explains(2, 2, "7").says("Warm regions speak for 7");
        var after = List.of(page.picture("probabilities"), page.picture("activations"), page.picture("cam"));
        for (int i = 0; i < before.size(); i++) {
            assertNotEquals(before.get(i), after.get(i));
        }
        page.whyNot("1").says("Why not 1?").explains(2, 2, "7");
        page.chooseLayer("conv2").explains(2, 2, "7");
    }

    @Test
    void isOpenedWithTheKeyboardAlone() {
        var page = draws().drawNumber("407").readsNumber("407").openChip(0).explains(1, 3, "4");
        Keyboard keys = page.browser().keyboard();
        assertThat(page.chip(0)).isFocused();
        keys.press("ArrowRight");
        assertThat(page.chip(1)).isFocused();
        page.explains(1, 3, "4");
        keys.press("Enter");
        page.explains(2, 3, "0");
        keys.press("End");
        keys.press("Space");
        page.explains(3, 3, "7");
        keys.press("Home");
        keys.press("Enter");
        page.explains(1, 3, "4");
        assertEquals(1, page.browser().locator("#chips button[tabindex='0']").count());
    }

    @Test
    void tellsHowSureADigitIsInWordsToo() {
        var page = draws().drawNumber("47").readsNumber("47");
        for (Locator digit : List.of(page.chip(0), page.box(0))) {
            assertThat(digit).hasAccessibleName(Pattern.compile("^4, (over )?[\\d.]+\u00a0% sure$"));
        }
        assertThat(page.browser().locator(".legend")).isVisible();
    }

    @Test
    void takesBackWhatWasNotDrawnWell() {
        var page = draws().drawNumber("40").readsNumber("40").press("Undo").reads("4");
        assertThat(page.browser().locator("#number")).isHidden();
        page.press("Clear").waits();
    }

    @Test
    void makesTheCanvasWideAndRemembersIt() {
        var page = draws().draw(Ink.seven()).reads("7").press("Wide");
        assertTrue(shape(page) > 2.5, "shape " + shape(page));
        assertTrue(page.ink() > 0.002);
        page.press("Predict").reads("7");
        page.browser().reload();
        page.readsNothingYet();
        assertTrue(shape(page) > 2.5);
        page.press("Wide");
        assertEquals(1, shape(page), 0.01);
        page.browser().reload();
        page.readsNothingYet();
        assertEquals(1, shape(page), 0.01);
    }

    @Test
    void keepsEveryStrokeWhenTheCanvasBecomesNarrowAgain() {
        var page = draws().press("Wide").drawNumber("4071").readsNumber("4071").press("Wide").press("Predict").readsNumber("4071");
        page.press("Wide").press("Predict").readsNumber("4071");
        assertTrue(shape(page) > 2.5);
    }

    @Test
    void hasAWideCanvasOnAPhoneToo() {
        var page = drawsOn(Device.PHONE).press("Wide");
        assertTrue(shape(page) > 2);
        page.drawNumber("407").readsNumber("407");
        assertEquals(0, page.browser().evaluate("document.documentElement.scrollWidth - innerWidth"));
    }

    @Test
    void worksWhereNothingCanBeKept() {
        Page blank = blank(Device.LAPTOP, ColorScheme.LIGHT);
        blank.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }})");
        blank.navigate(address().toString());
        assertTrue(shape(new DrawingPage(blank).press("Wide")) > 2.5);
    }

    @Test
    void asksForTheExplanationsOfOneDigitOnly() {
        var page = draws();
        var asked = new ArrayList<String>();
        page.browser().onRequest(request -> asked.add(request.url()));
        page.drawNumber("40").readsNumber("40").shows("cam").openChip(0).openChip(1).explains(2, 2, "0");
        assertTrue(asked.stream().filter(url -> url.contains("/readings")).noneMatch(url -> url.contains("explain")), asked::toString);
        assertTrue(asked.stream().anyMatch(url -> url.contains("normalized=true")), asked::toString);
    }

    private static double shape(DrawingPage page) {
        BoundingBox canvas = page.browser().locator("#ink").boundingBox();
        return canvas.width / canvas.height;
    }
}
