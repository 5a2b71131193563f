package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** The page Models: the numbers of all models, the charts, and what each of them was trained on. */
class ModelsIT extends PageTest {

    @Test
    void tellsWhatTheManifestsTell() {
        Page page = models();
        JsonArray models = api(page, "api/v1/models").getAsJsonArray();
        assertEquals(models.size(), page.locator("#overview tbody tr").count());
        for (int i = 0; i < models.size(); i++) {
            JsonObject model = models.get(i).getAsJsonObject();
            JsonObject measured = model.getAsJsonObject("measured");
            Locator row = page.locator("#overview tbody tr").nth(i);
            assertThat(row.getByRole(AriaRole.ROWHEADER)).containsText(model.get("title").getAsString());
            assertThat(row).containsText(percent(measured.get("accuracy")));
            assertThat(row).containsText(measured.get("errors").getAsString());
            Locator card = page.locator("#model-" + model.get("name").getAsString());
            assertThat(card).containsText(model.get("description").getAsString());
            assertThat(card).containsText(model.getAsJsonObject("training").get("command").getAsString());
            assertThat(card).containsText(model.get("licence").getAsString());
        }
        assertThat(page.locator("#overview tbody tr").first()).containsText("default");
    }

    @Test
    void needsNoScriptForTheNumbers() {
        Page page = withoutScripts("models");
        assertThat(page.locator("#overview tbody tr").first()).containsText(Pattern.compile("\\d\\d\\.\\d\\d\u00a0%"));
        page.locator("summary").last().click();
        assertThat(page.locator("details").last().locator(".facts")).isVisible();
    }

    @Test
    void fillsInTheTimesAndTheChartOnceTheyAreMeasured() {
        Page page = blank(Device.LAPTOP, ColorScheme.LIGHT);
        page.route("**/models", route -> {
            String html = route.fetch().text();
            route.fulfill(new Route.FulfillOptions().setContentType("text/html;charset=utf-8")
                .setBody(html.replaceAll("(class=\"latency\"[^>]*) data-value=\"\\d+\">[^<]*<", "$1>being measured<")
                    .replace("<figure id=\"trade\">", "<figure id=\"trade\" hidden=\"hidden\">")));
        });
        page.navigate(address().resolve("models").toString());
        assertThat(page.locator(".latency").first()).hasText("being measured");
        assertThat(page.locator("#trade")).isHidden();
        page.unroute("**/models");
        for (Locator cell : page.locator(".latency").all()) {
            assertThat(cell).hasText(Pattern.compile("^[\\d.,]+\u00a0µs$"));
        }
        loaded(page.locator("#trade img"));
    }

    @Test
    void sortsByWhatOnePresses() {
        Page page = models();
        for (String column : List.of("Errors", "Parameters", "Accuracy", "Model")) {
            Locator heading = page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(column));
            heading.getByRole(AriaRole.BUTTON).click();
            String first = heading.getAttribute("aria-sort");
            List<String> once = values(page, column);
            assertSorted(once, first);
            heading.getByRole(AriaRole.BUTTON).press("Enter");
            assertNotEquals(first, heading.getAttribute("aria-sort"));
            assertSorted(values(page, column), heading.getAttribute("aria-sort"));
            assertThat(page.locator("[aria-sort]")).hasCount(1);
        }
        assertThat(page.locator("#sorted")).containsText("Sorted by Model");
    }

    @Test
    void showsTheChartsThatAModelHasAndSaysWhichItHasNot() {
        Page page = models();
        for (JsonElement each : api(page, "api/v1/models").getAsJsonArray()) {
            JsonObject model = each.getAsJsonObject();
            Locator card = page.locator("#model-" + model.get("name").getAsString());
            if (card.getAttribute("open") == null) {
                card.locator("summary").click();
            }
            int charts = model.has("charts") ? model.getAsJsonObject("charts").size() : 0;
            assertThat(card.locator(".figures img")).hasCount(charts);
            assertThat(card.locator(".figures .none")).hasCount(4 - charts);
            for (Locator chart : card.locator(".figures img").all()) {
                loaded(chart);
                assertThat(chart).hasAttribute("alt", Pattern.compile("\\S.{20,}", Pattern.DOTALL));
            }
        }
    }

    @Test
    void drawsTheChartsInTheThemesColours() {
        Page page = models();
        Locator chart = page.locator("#trade img");
        loaded(chart);
        assertTrue(!source(chart).contains("dark"), source(chart));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.waitForFunction("() => document.querySelector('#trade img').currentSrc.includes('theme=dark')");
        loaded(chart);
    }

    @Test
    void drawsTheChartsAsSharpAsTheScreen() {
        Page page = visit("models", Device.WALL, ColorScheme.LIGHT);
        Locator chart = page.locator("#trade img");
        loaded(chart);
        int scale = (int) chart.evaluate("image => Number(/scale=(\\d)/.exec(image.currentSrc)?.[1] ?? 1)");
        int width = (int) chart.evaluate("image => image.clientWidth * devicePixelRatio");
        assertTrue(640 * scale >= width, () -> width + " pixels filled from " + source(chart));
    }

    @Test
    void asksForPicturesOnlyWhenTheyAreWanted() {
        var asked = new ArrayList<String>();
        Page page = blank(Device.LAPTOP, ColorScheme.LIGHT);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(address().resolve("models").toString());
        loaded(page.locator("#trade img"));
        List<String> closed = page.locator("details:not([open])").all().stream().map(card -> card.getAttribute("id").substring(6)).toList();
        for (String model : closed) {
            assertTrue(asked.stream().noneMatch(url -> url.contains("/models/" + model + "/charts")), asked::toString);
        }
    }

    @Test
    void opensAndLeadsOnWithTheKeyboardAlone() {
        Page page = models();
        Locator last = page.locator("details").last();
        last.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(last).hasAttribute("open", "");
        String model = last.getAttribute("id").substring("model-".length());
        last.getByText("Draw with").focus();
        page.keyboard().press("Enter");
        new DrawingPage(page).asks(model);
    }

    @Test
    void opensTheModelThatALinkLeadsTo() {
        Page page = models();
        Locator last = page.locator("#overview tbody th a").last();
        String id = last.getAttribute("href").substring(1);
        last.click();
        assertThat(page.locator("#" + id)).hasAttribute("open", "");
        assertThat(page.locator("#" + id + " summary")).isInViewport();
    }

    private Page models() {
        Page page = visit("models", Device.LAPTOP, ColorScheme.LIGHT);
        assertThat(page.locator("main[data-ready]")).isVisible();
        return page;
    }

    private JsonElement api(Page page, String path) {
        return new Gson().fromJson(page.request().get(address().resolve(path).toString()).text(), JsonElement.class);
    }

    private static String percent(JsonElement share) {
        return share.getAsBigDecimal().movePointRight(2).setScale(2, java.math.RoundingMode.HALF_EVEN) + "\u00a0%";
    }

    private static List<String> values(Page page, String column) {
        int index = page.locator("#overview thead th").allTextContents().indexOf(column);
        return page.locator("#overview tbody tr").all().stream()
            .map(row -> row.locator("th, td").nth(index).getAttribute("data-value")).toList();
    }

    private static void assertSorted(List<String> values, String order) {
        Comparator<String> rising = values.stream().allMatch(value -> value.matches("[\\d.]+"))
            ? Comparator.comparingDouble(Double::parseDouble) : String.CASE_INSENSITIVE_ORDER;
        List<String> sorted = values.stream().sorted(order.equals("ascending") ? rising : rising.reversed()).toList();
        assertEquals(sorted, values);
    }

    private static void loaded(Locator image) {
        image.scrollIntoViewIfNeeded();
        assertThat(image).isVisible();
        image.page().waitForCondition(() -> (boolean) image.evaluate("image => image.complete && image.naturalWidth > 0"));
    }

    private static String source(Locator image) {
        return (String) image.evaluate("image => image.currentSrc");
    }
}
