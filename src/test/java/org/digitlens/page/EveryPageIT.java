package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import org.digitlens.ink.Hand;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every page: it fits every screen, everyone can use it, and errors have a page of ours. */
class EveryPageIT extends PageTest {

    private static final String UNKNOWN = "no/such/page";

    /** The theme changes colours only, so dark pages are opened where somebody wants to look at them. */
    static Stream<Arguments> devicesAndThemes() {
        return Stream.of(Device.values()).flatMap(device -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
            .filter(theme -> theme == ColorScheme.LIGHT || Boolean.getBoolean("digitlens.screenshots"))
            .map(theme -> Arguments.of(device, theme)));
    }

    @ParameterizedTest
    @MethodSource("devicesAndThemes")
    void fitsTheScreen(Device device, ColorScheme theme) {
        expectRefusals();
        var drawing = drawsOn(device, theme);
        fits(drawing.browser(), "empty", device, theme);
        drawing.draw(Ink.seven()).reads("7").shows("probabilities", "activations", "cam");
        fits(drawing.browser(), "answer", device, theme);
        fits(number(device, theme).browser(), "number", device, theme);
        fits(pictures(device, theme).browser(), "pictures", device, theme);
        fits(compared(device, theme), "compare", device, theme);
        fits(models(device, theme), "models", device, theme);
        fits(api(device, theme), "api", device, theme);
        fits(visit(UNKNOWN, device, theme), "unknown", device, theme);
    }

    @ParameterizedTest
    @CsvSource({"PHONE,LIGHT", "LAPTOP,DARK"})
    void isAccessible(Device device, ColorScheme theme) {
        expectRefusals();
        var drawing = drawsOn(device, theme);
        assertAccessible(drawing.browser());
        drawing.draw(Ink.seven()).reads("7").shows("probabilities", "activations", "cam");
        assertAccessible(drawing.browser());
        drawing.upload("notes.txt", "text/plain", new byte[1]).warns("can’t be read", "notes.txt");
        assertAccessible(drawing.browser());
        assertAccessible(number(device, theme).browser());
        assertAccessible(pictures(device, theme).browser());
        assertAccessible(visit("?model=softmax", device, theme));
        assertAccessible(visit("compare", device, theme));
        assertAccessible(compared(device, theme));
        assertAccessible(models(device, theme));
        assertAccessible(api(device, theme));
        assertAccessible(visit(UNKNOWN, device, theme));
    }

    @Test
    void givesAnUnknownAddressAPageWithTheWayBack() {
        expectRefusals();
        Page page = blank(Device.LAPTOP, ColorScheme.LIGHT);
        for (String address : List.of(UNKNOWN, "nothing.xhtml", "resources/js/nothing.js")) {
            assertEquals(404, page.navigate(address().resolve(address).toString()).status());
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("There is nothing at this address");
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Back to drawing")).click();
        new DrawingPage(page).draw(Ink.seven()).reads("7");
    }

    @Test
    void leadsFromPageToPage() {
        Page page = visit("", Device.PHONE, ColorScheme.LIGHT);
        for (var link : List.of(List.of("Compare", "One drawing"), List.of("Models", "Every model"), List.of("API", "API"),
                List.of("Draw", "Draw a digit"))) {
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link.get(0)).setExact(true)).click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText(link.get(1));
            assertThat(page.locator("nav [aria-current=page]")).hasText(link.get(0));
        }
    }

    /** What a page asks of the server when it opens is there, and its modules have nothing to complain about. */
    @ParameterizedTest
    @ValueSource(strings = {"", "compare", "models", "api"})
    void opensWithoutAFailure(String path) {
        Page page = blank(Device.LAPTOP, ColorScheme.LIGHT);
        var failures = new ArrayList<String>();
        page.onRequestFailed(request -> failures.add(request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                failures.add(response.url() + " " + response.status());
            }
        });
        page.onConsoleMessage(message -> failures.add(message.text()));
        page.onPageError(failures::add);
        page.navigate(address().resolve(path).toString());
        assertThat(page.locator("main[data-ready]")).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertEquals(List.of(), failures);
    }

    /** A number on the wide canvas. */
    private DrawingPage number(Device device, ColorScheme theme) {
        return drawsOn(device, theme).press("Wide").drawNumber("4071").readsNumber("4071").shows("probabilities", "activations", "cam");
    }

    /** Three pictures, of which one cannot be read and one is in the viewer. */
    private DrawingPage pictures(Device device, ColorScheme theme) {
        byte[] number = PhotoStudio.clean(new NumberComposer(Hand.strokes(), new Random(5)).write("4071", Spacing.APART, 90));
        var page = drawsOn(device, theme).upload(Map.of("number.png", number, "four.png", InkPainter.canvas(100).png(Ink.four()), "none.png", new byte[9]));
        page.results().counts("2 of 3 read, 1 failed").open("number.png").shows("number.png");
        return page.readsNumber("4071").shows("probabilities", "activations", "cam");
    }

    /** Compare, with letters that no two models need agree on. */
    private Page compared(Device device, ColorScheme theme) {
        var page = new ComparePage(visit("compare", device, theme));
        page.answerTo(Ink.letters().get(3));
        return page.browser();
    }

    /** Models, with the first and the last of them opened. */
    private Page models(Device device, ColorScheme theme) {
        Page page = visit("models", device, theme);
        assertThat(page.locator("main[data-ready]")).isVisible();
        page.locator("summary").last().click();
        for (Locator chart : page.locator("main img:visible").all()) {
            chart.scrollIntoViewIfNeeded();
            page.waitForCondition(() -> (boolean) chart.evaluate("image => image.complete && image.naturalWidth > 0"));
        }
        page.evaluate("scrollTo(0, 0)");
        return page;
    }

    private Page api(Device device, ColorScheme theme) {
        Page page = visit("api", device, theme);
        assertThat(page.locator(".operation").first()).isVisible();
        return page;
    }

    private static void fits(Page page, String name, Device device, ColorScheme theme) {
        int overflow = (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (Boolean.getBoolean("digitlens.screenshots")) {
            String file = String.join("-", name, device.name().toLowerCase(), theme.name().toLowerCase()) + ".png";
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", file)));
        }
        assertEquals(0, overflow, () -> name + " is wider than the screen");
    }

    private static void assertAccessible(Page page) {
        var serious = new AxeBuilder(page).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes().get(0).getHtml())
            .toList();
        assertTrue(serious.isEmpty(), () -> String.join("\n", serious));
    }
}
