package org.digitlens.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.digitlens.server.ApplicationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that visits pages. It fails when a page says anything on the console that a developer should know, such as a
 * violated Content-Security-Policy or an exception, or when a page asks another site for anything.
 */
@ExtendWith(Chromium.class)
abstract class PageTest extends ApplicationTest {

    private static final int PATIENCE_MILLIS = 15_000;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Browser browser;
    private boolean refusalsExpected;

    @BeforeEach
    void take(Browser running) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = running;
    }

    @AfterEach
    void leaveWithoutComplaints() {
        contexts.forEach(BrowserContext::close);
        assertEquals(List.of(), complaints, "what the browser complained about");
    }

    DrawingPage draws() {
        return drawsOn(Device.LAPTOP);
    }

    DrawingPage drawsOn(Device device) {
        return drawsOn(device, ColorScheme.LIGHT);
    }

    DrawingPage drawsOn(Device device, ColorScheme theme) {
        return new DrawingPage(visit("", device, theme));
    }

    ComparePage compares() {
        return new ComparePage(visit("compare", Device.LAPTOP, ColorScheme.LIGHT));
    }

    Page visit(String path, Device device, ColorScheme theme) {
        Page page = blank(device, theme);
        page.navigate(address().resolve(path).toString());
        return page;
    }

    /** A page in a browser that has scripts switched off. */
    Page withoutScripts(String path) {
        Page page = blank(Device.LAPTOP.options(ColorScheme.LIGHT).setJavaScriptEnabled(false));
        page.navigate(address().resolve(path).toString());
        return page;
    }

    /** A page before its first visit, so that a test can change what it will meet. */
    Page blank(Device device, ColorScheme theme) {
        return blank(device.options(theme));
    }

    private Page blank(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add(error));
        page.onRequest(request -> {
            if (request.url().startsWith("http") && !request.url().startsWith(address().toString())) {
                complaints.add("asked another site: " + request.url());
            }
        });
        return page;
    }

    /** From here on the browser may report that requests failed; nothing else. */
    void expectRefusals() {
        refusalsExpected = true;
    }

    private void listen(ConsoleMessage message) {
        boolean refusal = message.text().startsWith("Failed to load resource");
        if ((message.type().equals("error") || message.type().equals("warning")) && !(refusal && refusalsExpected)) {
            complaints.add(message.text());
        }
    }
}
