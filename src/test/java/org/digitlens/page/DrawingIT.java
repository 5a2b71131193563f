package org.digitlens.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawing digits, with everything that one can draw with, and reading why. */
class DrawingIT extends PageTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void readsADigitAsSoonAsThePenLifts(int digit) {
        draws().draw(Ink.of(digit)).reads(Integer.toString(digit))
            .shows("input", "probabilities", "activations", "cam");
    }

    @Test
    void readsWhatAFingerDrawsAndDoesNotScroll() {
        var page = drawsOn(Device.PHONE);
        page.drawWithFinger(Ink.seven()).reads("7");
        assertEquals(0, page.browser().evaluate("scrollY"));
        page.press("Clear").waits().drawWithFinger(Ink.four()).reads("4");
    }

    @Test
    void showsCanvasAndAnswerTogetherOnAPhone() {
        var page = drawsOn(Device.PHONE);
        page.drawWithFinger(Ink.of(3)).reads("3");
        PlaywrightAssertions.assertThat(page.browser().locator("#ink")).isInViewport();
        PlaywrightAssertions.assertThat(page.browser().locator("#headline")).isInViewport();
    }

    @Test
    void drawsAndReadsWithTheKeyboardAlone() {
        var page = draws();
        Keyboard keys = page.browser().keyboard();
        for (int tab = 0; tab < 10 && !page.browser().evaluate("document.activeElement.id").equals("ink"); tab++) {
            keys.press("Tab");
        }
        PlaywrightAssertions.assertThat(page.browser().getByText("Arrow keys move the pen")).isVisible();
        keys.press("Space");
        press(keys, "ArrowRight", 16);
        keys.down("ArrowLeft");
        press(keys, "ArrowDown", 10);
        keys.up("ArrowLeft");
        press(keys, "ArrowDown", 10);
        keys.press("Space");
        page.reads("7");
        keys.press("Control+z");
        page.waits();
        keys.press("Enter");
        press(keys, "ArrowUp", 20);
        keys.press("Escape");
        page.reads("1");
        keys.press("Delete");
        page.waits();
    }

    @Test
    void takesStrokesBackOneByOne() {
        var page = draws();
        page.draw(Ink.four());
        double four = page.reads("4").ink();
        page.press("Undo");
        double lessThanFour = page.ink();
        assertTrue(lessThanFour < four && lessThanFour > 0, four + " became " + lessThanFour);
        for (int stroke = 1; stroke < Ink.four().strokes().size(); stroke++) {
            page.press("Undo");
        }
        page.waits();
        assertEquals(0, page.ink());
    }

    @Test
    void clearsEverything() {
        var page = draws().draw(Ink.of(5)).reads("5").press("Clear").waits();
        assertEquals(0, page.ink());
    }

    @Test
    void predictsOnRequestToo() {
        draws().press("Predict").says("Draw a digit first").draw(Ink.seven()).reads("7").press("Predict").reads("7");
    }

    @Test
    void makesNothingOfADot() {
        var page = draws();
        page.browser().locator("#ink").click();
        page.makesNothingOfIt("speck|filled area");
    }

    @Test
    void keepsTheDrawingWhenTheWindowChanges() {
        var page = draws().draw(Ink.seven()).reads("7");
        page.browser().setViewportSize(700, 900);
        assertTrue(page.ink() > 0.01);
        page.press("Predict").reads("7");
    }

    @Test
    void showsTheMapsOfTheLayerOneChooses() {
        var page = draws().draw(Ink.seven()).reads("7").shows("activations", "cam");
        String first = page.picture("activations");
        String cam = page.picture("cam");
        page.chooseLayer("conv2");
        page.browser().waitForFunction("before => document.querySelector('#activations').src !== before", first);
        assertEquals(cam, page.picture("cam"));
        page.shows("activations").draw(Ink.of(1));
        PlaywrightAssertions.assertThat(page.browser().locator("input[name=layer][value=conv2]")).isChecked();
    }

    @Test
    void showsAllMapsOnAPhoneWithoutScrollingSideways() {
        var page = drawsOn(Device.PHONE);
        page.drawWithFinger(Ink.seven()).reads("7").shows("activations");
        assertTrue((boolean) page.browser().evaluate("""
            () => { const map = document.querySelector('#activations').getBoundingClientRect();
                    return map.left >= 0 && map.right <= innerWidth && map.height > 0.8 * map.width; }"""));
        page.browser().setViewportSize(844, 390);
        page.browser().waitForFunction("""
            () => { const map = document.querySelector('#activations'); return map.naturalWidth > 1.5 * map.naturalHeight; }""");
    }

    @Test
    void showsWhyItIsNotAnotherDigit() {
        var page = draws().draw(Ink.seven()).reads("7").shows("cam").says("Warm regions speak for 7, which won");
        String winner = page.picture("cam");
        page.whyNot("1").says("Why not 1?").reads("7").shows("cam");
        assertNotEquals(winner, page.picture("cam"));
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void changesChartsAndInkWithTheTheme(ColorScheme theme) {
        var page = drawsOn(Device.LAPTOP, theme).draw(Ink.seven()).reads("7").shows("probabilities");
        String chart = page.picture("probabilities");
        page.browser().emulateMedia(new Page.EmulateMediaOptions()
            .setColorScheme(theme == ColorScheme.LIGHT ? ColorScheme.DARK : ColorScheme.LIGHT));
        page.browser().waitForFunction("before => document.querySelector('#probabilities').src !== before", chart);
        page.reads("7");
        assertTrue(page.ink() > 0.01);
    }

    private static void press(Keyboard keys, String key, int times) {
        for (int time = 0; time < times; time++) {
            keys.press(key);
        }
    }
}
