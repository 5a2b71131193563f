package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;

/** A server that cannot be reached, is slow, refuses, or answers out of turn: the page says so, and the drawing stays. */
class WhenThingsFailIT extends PageTest {

    private static final String READINGS = "**/api/v1/readings*";
    private static final String PREDICTIONS = "**/api/v1/predictions*";

    @Test
    void saysThatTheServerCannotBeReachedAndTriesAgain() {
        expectRefusals();
        var page = draws();
        page.browser().route(READINGS, Route::abort);
        page.draw(Ink.seven()).warns("can’t be reached", "What you drew is still here");
        assertTrue(page.ink() > 0.01);
        page.browser().unroute(READINGS);
        page.press("Try again").reads("7").warnsNoLonger();
        assertThat(page.browser().locator("#predict")).isFocused();
    }

    @Test
    void passesOnWhyTheServerRefuses() {
        expectRefusals();
        var page = draws();
        page.browser().route(READINGS, route -> route.fulfill(problem(503, "All places are taken; try again in 1 s.")));
        page.draw(Ink.seven()).warns("busy", "All places are taken");
        assertTrue(page.ink() > 0.01);
        page.browser().unroute(READINGS);
        page.draw(Ink.one()).warnsNoLonger();
    }

    @Test
    void copesWithARefusalThatIsNoProblemDocument() {
        expectRefusals();
        var page = draws();
        page.browser().route(READINGS, route -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<html>")));
        page.draw(Ink.seven()).warns("could not answer", "status 502");
    }

    @Test
    void copesWithAnAnswerThatIsNotJson() {
        var page = draws();
        page.browser().route(READINGS, route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("<html>")));
        page.draw(Ink.seven()).warns("can’t be reached", "still here");
    }

    @Test
    void doesNotWaitForeverForASlowServer() {
        expectRefusals();
        var blank = blank(Device.LAPTOP, ColorScheme.LIGHT);
        blank.clock().install();
        blank.navigate(address().toString());
        var page = new DrawingPage(blank);
        var held = new ArrayList<Route>();
        blank.route(READINGS, held::add);
        page.draw(Ink.one());
        blank.waitForCondition(() -> !held.isEmpty());
        blank.clock().fastForward(8500);
        page.warns("takes too long", "within 8 seconds");
        blank.unroute(READINGS);
        page.press("Try again").reads("1");
    }

    @Test
    void neverLetsAnOlderAnswerOverwriteANewerOne() {
        expectRefusals();
        var page = draws();
        var held = new ArrayList<Route>();
        page.browser().route(READINGS, held::add);
        page.draw(Ink.one());
        page.browser().waitForCondition(() -> !held.isEmpty());
        page.browser().unroute(READINGS);
        page.press("Clear").waits().draw(Ink.seven()).reads("7");
        answerLate(held);
        page.browser().waitForTimeout(300);
        page.reads("7").warnsNoLonger();
    }

    @Test
    void keepsTheAnswerWhenOnlyAnExplanationFails() {
        expectRefusals();
        var page = draws().draw(Ink.seven()).reads("7").shows("cam");
        page.browser().route(PREDICTIONS, Route::abort);
        page.chooseLayer("conv2").warns("can’t be reached", "still here").press("Close").warnsNoLonger().reads("7");
        page.whyNot("1").warns("can’t be reached", "still here");
        page.browser().unroute(PREDICTIONS);
        page.press("Try again").warnsNoLonger().reads("7").says("Why not 1?");
    }

    private static Route.FulfillOptions problem(int status, String detail) {
        return new Route.FulfillOptions().setStatus(status).setContentType("application/problem+json")
            .setBody("{\"title\":\"Service Unavailable\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}");
    }

    private static void answerLate(List<Route> held) {
        for (Route route : held) {
            try {
                route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody("""
                    {"model":"digits","text":"1","lines":["1"],"confidence":0.99,"width":9,"height":9,"marks":[],
                     "digits":[{"text":"1","label":"1","digit":1,"confidence":0.99,"recognized":true,"line":0,"position":0,
                     "box":{"x":1,"y":1,"width":1,"height":1},"probabilities":[0,0.99,0,0,0,0,0,0,0,0.01],"input":"data:,"}]}"""));
            } catch (PlaywrightException e) {
                assertTrue(e.getMessage().contains("closed") || e.getMessage().contains("handled")
                    || e.getMessage().contains("aborted") || e.getMessage().contains("Interception"), e.getMessage());
            }
        }
    }
}
