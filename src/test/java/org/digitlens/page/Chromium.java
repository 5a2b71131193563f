package org.digitlens.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The installed browser, started once for all tests and handed to whoever has a {@link Browser} parameter. Where there is
 * none, test classes are skipped and say so; with the system property {@code digitlens.browser.required=true} they fail.
 */
public class Chromium implements ExecutionCondition, ParameterResolver {

    private static final String REQUIRED = "digitlens.browser.required";
    private static final String MISSING = "no browser found; install one with: apt-get install chromium";
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (installed().isPresent()) {
            return ConditionEvaluationResult.enabled("found " + installed().get());
        }
        if (Boolean.getBoolean(REQUIRED) || Boolean.parseBoolean(System.getenv("DIGITLENS_BROWSER_REQUIRED"))) {
            throw new IllegalStateException(MISSING + " (" + REQUIRED + " is true)");
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(Chromium.class))
            .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class).browser;
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getProperty("digitlens.browser")), PLACES.stream())
            .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** JUnit closes it after the last test. */
    private static final class Running implements AutoCloseable {

        private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(installed().orElseThrow()));

        @Override
        public void close() {
            playwright.close();
        }
    }
}
