package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.gson.Gson;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One drawing through all models: what each of them says, what they say together, and where they disagree. */
class CompareIT extends PageTest {

    private static final byte[] TEXT = "not a picture".getBytes(StandardCharsets.UTF_8);

    /** Digits, and letters, over which models fall out. */
    static List<Arguments> signs() {
        return List.of(Arguments.of(Ink.seven()), Arguments.of(Ink.of(9)), Arguments.of(Ink.letters().get(0)),
            Arguments.of(Ink.letters().get(3)), Arguments.of(Ink.letters().get(15)));
    }

    @ParameterizedTest
    @MethodSource("signs")
    void showsWhatEveryModelSays(Ink sign) {
        var page = compares();
        JsonObject answer = page.answerTo(sign);
        var models = answer.getAsJsonArray("models");
        assertEquals(StreamSupport.stream(models.spliterator(), false)
            .map(model -> model.getAsJsonObject().get("model").getAsString()).toList(), page.models());
        long readers = StreamSupport.stream(models.spliterator(), false).map(JsonElement::getAsJsonObject)
            .filter(model -> recognized(model) && model.get("label").equals(answer.get("label"))).count();
        for (JsonElement each : models) {
            JsonObject model = each.getAsJsonObject();
            boolean same = model.get("label").equals(answer.get("label"));
            page.says(model.get("model").getAsString(), recognized(model) ? model.get("label").getAsString() : "?",
                !recognized(model) ? "refuses" : same ? "agrees" : "differs");
        }
        String label = answer.get("label").getAsString();
        page.sums(readers == 0 ? "No model can make this out" : readers == models.size() ? "All " + readers + " read " + label
            : readers + " of " + models.size() + " read" + (readers == 1 ? "s " : " ") + label);
        assertThat(page.browser().locator("#input")).isVisible();
    }

    private static boolean recognized(JsonObject model) {
        return model.get("recognized").getAsBoolean();
    }

    @Test
    void showsTheThreeMostProbableLabelsOfEachModel() {
        var page = compares().draw(Ink.seven());
        for (String model : page.models()) {
            page.says(model, "7", "agrees");
            assertThat(page.card(model).locator(".best li")).hasCount(3);
            assertThat(page.card(model).locator(".best li").first()).containsText("7");
            assertTrue(page.card(model).locator(".best li .share").first().textContent().matches("(over )?[\\d.]+\u00a0%"));
        }
    }

    @Test
    void tellsTheSummaryToThoseWhoListen() {
        var page = compares().draw(Ink.seven());
        page.sums("All " + page.models().size() + " read 7");
        assertThat(page.browser().getByRole(AriaRole.STATUS)).containsText("All " + page.models().size() + " read 7");
        assertThat(page.browser().getByRole(AriaRole.STATUS)).hasAttribute("aria-atomic", "true");
    }

    @Test
    void takesStrokesBackAndClearsLikeTheDrawingPage() {
        var page = compares().waits().press("Compare").says("Draw a digit first").draw(Ink.seven());
        page.sums("All " + page.models().size() + " read 7").press("Clear").waits();
        page.draw(Ink.one()).says("digits", "1", "agrees").press("Undo").waits();
        assertEquals(0, page.ink());
    }

    @Test
    void comparesAnUploadedPicture() {
        var page = compares().upload("four.png", "image/png", InkPainter.canvas(200).png(Ink.four()));
        page.says("digits", "4", "agrees");
        assertThat(page.browser().locator("#picture")).isVisible();
        page.press("Undo").waits();
    }

    @Test
    void refusesATextFileBesideThePadAndKeepsTheDrawing() {
        var page = compares().draw(Ink.seven());
        page.says("digits", "7", "agrees");
        double ink = page.ink();
        page.upload("notes.txt", "text/plain", TEXT).warns("can’t be read", "notes.txt is not a PNG, JPEG");
        assertEquals(ink, page.ink());
        page.press("Close").warnsNoLonger().says("digits", "7", "agrees");
    }

    @Test
    void saysOnceWhyNoModelReadsADot() {
        var page = compares();
        page.browser().locator("#ink").click();
        page.sums("No model can make this out").says("This is only a speck. Draw it larger.");
    }

    @Test
    void namesNobodyWhereAllRefuse() {
        var page = compares();
        page.browser().route("**/api/v1/comparisons", route -> {
            JsonObject answer = new Gson().fromJson(route.fetch().text(), JsonObject.class);
            answer.getAsJsonArray("models").forEach(model -> {
                model.getAsJsonObject().addProperty("recognized", false);
                model.getAsJsonObject().addProperty("reason", "uncertain");
            });
            route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(answer.toString()));
        });
        page.draw(Ink.seven()).sums("No model can make this out");
        assertThat(page.browser().locator("#detail")).hasText("None of them is sure enough.");
    }

    @Test
    void saysThatTextUnderThePictureNameIsNoPicture() {
        expectRefusals();
        compares().upload("text.png", "image/png", TEXT).warns("can’t be read", "PNG, JPEG, GIF, BMP, WebP, TIFF").press("Close")
            .warnsNoLonger().waits();
    }

    @Test
    void saysThatTheServerCannotBeReachedAndTriesAgain() {
        expectRefusals();
        var page = compares();
        page.browser().route("**/api/v1/comparisons", Route::abort);
        page.draw(Ink.seven()).warns("can’t be reached", "What you drew is still here");
        page.browser().unroute("**/api/v1/comparisons");
        page.press("Try again").warnsNoLonger().says("digits", "7", "agrees");
    }

    @Test
    void drawsAndComparesWithTheKeyboardAlone() {
        var page = compares();
        Keyboard keys = page.browser().keyboard();
        for (int tab = 0; tab < 12 && !page.browser().evaluate("document.activeElement.id").equals("ink"); tab++) {
            keys.press("Tab");
        }
        keys.press("Space");
        for (int step = 0; step < 24; step++) {
            keys.press("ArrowDown");
        }
        keys.press("Space");
        page.says("digits", "1", "agrees");
        keys.press("Delete");
        page.waits();
    }

    @Test
    void leadsToTheDrawingPageWithAModelOfOnesChoice() {
        var page = compares();
        String last = page.models().get(page.models().size() - 1);
        page.card(last).getByText("Draw with").click();
        new DrawingPage(page.browser()).asks(last).draw(Ink.seven()).reads("7").says(last + " · ");
    }

    @Test
    void leadsToWhatAModelIs() {
        var page = compares();
        page.card("digits").getByRole(AriaRole.HEADING).getByRole(AriaRole.LINK).click();
        assertThat(page.browser().locator("#model-digits")).hasAttribute("open", "");
        assertThat(page.browser().locator("#model-digits")).isInViewport();
    }

    @Test
    void readsWhatAFingerDraws() {
        var page = new ComparePage(visit("compare", Device.PHONE, ColorScheme.DARK)).drawWithFinger(Ink.seven());
        page.says("digits", "7", "agrees");
        assertThat(page.browser().locator("#headline")).isInViewport();
        assertEquals(0, page.browser().evaluate("scrollY"));
    }

    @Test
    void keepsTheAnswersWhenTheThemeChanges() {
        var page = compares().draw(Ink.seven()).says("digits", "7", "agrees");
        page.browser().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.says("digits", "7", "agrees");
        assertTrue(page.ink() > 0.01);
    }
}
