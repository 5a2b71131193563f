package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The table of what is read in many pictures, as a person uses it. */
final class Results {

    private final Page page;

    Results(Page page) {
        this.page = page;
        assertThat(page.locator("#batch")).isVisible();
    }

    // What a person does

    Results open(String file) {
        row(file).getByRole(AriaRole.BUTTON).click();
        return this;
    }

    Results sortBy(String heading) {
        heading(heading).getByRole(AriaRole.BUTTON).click();
        return this;
    }

    Results press(String button) {
        page.locator("#batch").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
        return this;
    }

    /** The content of the file that one gets by this button. */
    String download(String button, String name) {
        Download download = page.waitForDownload(() -> press(button));
        assertEquals(name, download.suggestedFilename());
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What a person sees

    Results counts(String words) {
        assertThat(page.locator("#count")).hasText(words);
        assertThat(page.locator("#told")).hasText(words);
        return this;
    }

    Results reads(String file, String text) {
        assertThat(row(file).locator(".text")).hasText(text);
        assertThat(row(file).locator(".sure")).hasText(Pattern.compile("^(over )?[\\d.]+\u00a0%$"));
        assertThat(row(file).locator(".time")).hasText(Pattern.compile("^[\\d.,]+\u00a0ms$"));
        return this;
    }

    Results fails(String file, String words) {
        assertThat(row(file).locator(".problem")).containsText(words);
        assertThat(row(file).getByRole(AriaRole.BUTTON)).hasCount(0);
        return this;
    }

    /** The picture of this row is the one in the viewer. */
    Results shows(String file) {
        assertThat(row(file)).hasAttribute("aria-current", "true");
        assertThat(page.locator("#results [aria-current]")).hasCount(1);
        assertThat(page.locator("#viewer")).containsText(file);
        return this;
    }

    Results sorted(String heading, String order) {
        assertThat(heading(heading)).hasAttribute("aria-sort", order);
        assertThat(page.locator("#results [aria-sort]")).hasCount(1);
        return this;
    }

    /** Names of the files, in the order of their rows. */
    List<String> files() {
        return page.locator("#results .file .open").allTextContents();
    }

    Locator row(String file) {
        return page.locator("#results tbody tr").filter(new Locator.FilterOptions().setHas(page.getByText(file, new Page.GetByTextOptions().setExact(true))));
    }

    private Locator heading(String words) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(words).setExact(true));
    }
}
