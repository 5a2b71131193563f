package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;

/** The API page: every call of the OpenAPI document can be tried, and says how to make it with curl. */
class ApiPageIT extends PageTest {

    @Test
    void readsThePictureItComesWith() {
        Locator call = call("post-api-v1-predictions");
        assertThat(call.locator(".curl pre")).containsText("--data-binary '@seven.png'");
        call.getByLabel("explain").fill("probabilities");
        send(call);
        assertThat(call.locator(".reply .status")).containsText("200");
        assertThat(call.locator(".reply pre")).containsText("\"label\": \"7\"");
        assertThat(call.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("probabilities"))).isVisible();
    }

    @Test
    void sendsEveryKindOfBody() {
        Locator call = call("post-api-v1-predictions");
        for (String type : new String[] {"application/json", "multipart/form-data"}) {
            call.getByLabel("Kind of body").selectOption(type);
            send(call);
            assertThat(call.locator(".reply .status")).containsText("200");
            assertThat(call.locator(".reply pre")).containsText("\"label\": \"7\"");
        }
    }

    @Test
    void showsTheCommandForWhatTheFormSays() {
        Locator call = call("post-api-v1-predictions");
        call.getByLabel("explain").fill("probabilities,cam");
        call.getByLabel("theme").selectOption("dark");
        assertThat(call.locator(".curl pre")).containsText("?explain=probabilities,cam&theme=dark'");
        call.getByLabel("Kind of body").selectOption("multipart/form-data");
        assertThat(call.locator(".curl pre")).containsText("-F 'image=@seven.png'");
    }

    @Test
    void readsSeveralFilesInAnyKindOfAnswer() {
        Locator call = call("post-api-v1-readings");
        call.getByLabel("Kind of body").selectOption("multipart/form-data");
        call.locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("first.png", "image/png", InkPainter.canvas(100).png(Ink.seven())),
            new FilePayload("notes.txt", "text/plain", "no picture".getBytes(StandardCharsets.UTF_8))});
        assertThat(call.locator(".curl pre")).containsText("-F 'image=@first.png'");
        assertThat(call.locator(".curl pre")).containsText("-F 'image=@notes.txt'");
        for (String type : new String[] {"application/json", "application/x-ndjson", "text/csv"}) {
            call.getByLabel("Kind of answer").selectOption(type);
            assertThat(call.locator(".curl pre")).containsText("-H 'Accept: " + type + "'");
            send(call);
            assertThat(call.locator(".reply .status")).containsText("200");
            assertThat(call.locator(".reply pre")).containsText("first.png");
            assertThat(call.locator(".reply pre")).containsText("The bytes are text");
        }
    }

    @Test
    void showsARefusalAsItIs() {
        expectRefusals();
        Locator call = call("get-api-v1-models-name-");
        call.getByLabel("name").fill("nobody");
        send(call);
        assertThat(call.locator(".reply .status")).containsText("404");
        assertThat(call.locator(".reply pre")).containsText("nobody");
    }

    @Test
    void showsAnAnswerThatIsAPicture() {
        Page page = visit("models", Device.LAPTOP, ColorScheme.LIGHT);
        assertThat(page.locator("#trade")).isVisible();
        Locator call = call("get-api-v1-charts-error-latency");
        send(call);
        assertThat(call.locator(".reply .status")).containsText("200");
        Locator picture = call.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("image/png"));
        assertThat(picture).isVisible();
        picture.page().waitForCondition(() -> (boolean) picture.evaluate("image => image.naturalWidth === 640"));
    }

    @Test
    void triesTheCompatibleCalls() {
        Page page = visit("api", Device.PHONE, ColorScheme.DARK);
        for (String id : new String[] {"post-compat-process", "post-compat", "post-compat-predict"}) {
            Locator call = page.locator("article#" + id);
            send(call);
            assertThat(call.locator(".reply .status")).containsText("200");
            assertThat(call.locator(".reply pre")).containsText("7");
        }
    }

    @Test
    void saysWhenTheDescriptionIsMissing() {
        expectRefusals();
        Page page = blank(Device.LAPTOP, ColorScheme.LIGHT);
        page.route("**/openapi", route -> route.abort());
        page.navigate(address().resolve("api").toString());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("can’t be loaded");
    }

    private Locator call(String id) {
        return visit("api", Device.LAPTOP, ColorScheme.LIGHT).locator("article#" + id);
    }

    private static void send(Locator call) {
        call.locator("button[type=submit]").click();
    }
}
