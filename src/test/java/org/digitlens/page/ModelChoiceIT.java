package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;

/** Choosing the model that reads the drawing: it is kept, the address wins, and only what the model has is shown. */
class ModelChoiceIT extends PageTest {

    /** Has convolutions and class activation maps. */
    private static final String STANDARD = "digits";
    /** Has convolutions, but no class activation maps. */
    private static final String OTHER = "lenet";
    /** Has neither. */
    private static final String FLAT = "softmax";

    @Test
    void tellsAccuracyAndSizeOfEach() {
        Locator options = draws().asks(STANDARD).browser().locator("#model option");
        for (String option : options.allTextContents()) {
            assertTrue(option.matches(".+ · \\d+\\.\\d\\d\u00a0% · [\\d,]+\u00a0kB"), option);
        }
    }

    @Test
    void readsAgainWithTheModelOneChooses() {
        draws().draw(Ink.seven()).reads("7").says(STANDARD + " · ").chooseModel(OTHER).says(OTHER + " · ").reads("7")
            .shows("probabilities", "activations").says("does not end in an average of its maps");
    }

    @Test
    void asksAModelWithoutConvolutionsForNoMaps() {
        var page = draws();
        var asked = new ArrayList<String>();
        page.browser().onRequest(request -> asked.add(request.url()));
        page.chooseModel(FLAT).draw(Ink.seven()).reads("7").shows("probabilities");
        page.says("has no convolutions, so there are no maps").says("has no convolutions, so nothing tells where it looked");
        assertThat(page.browser().locator("#activations")).isHidden();
        assertThat(page.browser().locator("#cam")).isHidden();
        assertThat(page.browser().getByText("Activation maps")).isHidden();
        assertThat(page.browser().getByRole(AriaRole.RADIO)).hasCount(0);
        assertFalse(asked.stream().anyMatch(url -> url.contains("activations") || url.contains("cam")), asked::toString);
        page.chooseModel(STANDARD).reads("7").shows("probabilities", "activations", "cam");
    }

    @Test
    void listsTheLayersOfTheModel() {
        var page = draws().chooseModel(FLAT).chooseModel(STANDARD).draw(Ink.seven()).reads("7");
        List<String> layers = page.browser().locator("input[name=layer]").all().stream()
            .map(layer -> layer.getAttribute("value")).toList();
        assertTrue(layers.size() > 1 && layers.get(0).equals("conv1"), layers::toString);
        assertThat(page.browser().locator("input[name=layer]").first()).isChecked();
        page.chooseLayer("conv2").shows("activations");
    }

    @Test
    void rulesThePlaceOfTheMapsIntoAsManyTilesAsThereAreMaps() {
        var page = draws();
        for (Locator layer : page.browser().locator("input[name=layer]").all()) {
            layer.check();
            assertEquals(Integer.parseInt(layer.getAttribute("data-channels")), page.browser().evaluate("""
                () => { const style = getComputedStyle(document.querySelector('.maps .plot'));
                        return style.getPropertyValue('--columns') * style.getPropertyValue('--rows'); }"""));
        }
    }

    @Test
    void keepsTheChoice() {
        var page = draws().chooseModel(FLAT);
        page.browser().reload();
        page.asks(FLAT).says("has no convolutions").draw(Ink.seven()).reads("7").says(FLAT + " · ");
        page.browser().navigate(address().resolve("models").toString());
        page.browser().navigate(address().toString());
        page.asks(FLAT);
    }

    @Test
    void letsTheAddressWin() {
        var page = draws().chooseModel(FLAT);
        page.browser().navigate(address().resolve("?model=" + OTHER).toString());
        page.asks(OTHER).draw(Ink.one()).reads("1").says(OTHER + " · ");
        page.chooseModel(STANDARD);
        page.browser().reload();
        page.asks(STANDARD);
    }

    @Test
    void fallsBackToTheDefaultWithAWordWhenNoModelHasTheName() {
        var page = new DrawingPage(visit("?model=%3Cnobody%3E", Device.PHONE, ColorScheme.LIGHT));
        page.asks(STANDARD).says("There is no model <nobody>.").draw(Ink.seven()).reads("7");
        page.chooseModel(OTHER);
        assertThat(page.browser().locator("#model-notice")).isEmpty();
    }

    @Test
    void fallsBackOnceWhenTheKeptModelIsGone() {
        var page = draws();
        page.browser().evaluate("localStorage.setItem('digitlens.model', 'gone')");
        page.browser().reload();
        page.asks(STANDARD).says("There is no model gone.");
        page.browser().reload();
        assertThat(page.browser().locator("#model-notice")).isEmpty();
    }

    @Test
    void worksWhereNothingCanBeKept() {
        Page blank = blank(Device.LAPTOP, ColorScheme.LIGHT);
        blank.addInitScript("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied'); }})");
        blank.navigate(address().toString());
        new DrawingPage(blank).chooseModel(FLAT).draw(Ink.seven()).reads("7").says(FLAT + " · ");
    }

    @Test
    void isChosenWithTheKeyboard() {
        var page = draws();
        page.browser().locator("#model").focus();
        page.browser().keyboard().press("ArrowDown");
        assertThat(page.browser().locator("#model")).not().hasValue(STANDARD);
        assertThat(page.browser().locator("#model")).hasValue(Pattern.compile(".+"));
    }
}
