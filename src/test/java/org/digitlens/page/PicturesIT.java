package org.digitlens.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import org.digitlens.ink.Hand;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;
import org.junit.jupiter.api.Test;

/** One picture of a number, however it comes to the page: its digits marked where they are. */
class PicturesIT extends PageTest {

    private static final byte[] NUMBER = PhotoStudio.clean(new NumberComposer(Hand.strokes(), new Random(5)).write("4071", Spacing.APART, 90));

    @Test
    void marksTheDigitsOfAPicture() {
        var page = draws().upload("number.png", "image/png", NUMBER).readsNumber("4071").shows("probabilities", "activations", "cam");
        assertThat(page.browser().locator("#picture")).isVisible();
        assertThat(page.browser().locator("#viewer")).containsText("number.png");
        BoundingBox picture = page.browser().locator("#picture").boundingBox();
        double right = picture.x;
        for (int digit = 0; digit < 4; digit++) {
            BoundingBox box = page.box(digit).boundingBox();
            assertTrue(box.x > right - box.width / 2 && box.y > picture.y && box.y + box.height < picture.y + picture.height);
            right = box.x + box.width;
        }
        assertTrue(right < picture.x + picture.width);
    }

    @Test
    void explainsTheDigitWhoseBoxOneClicks() {
        var page = draws().upload("number.png", "image/png", NUMBER).readsNumber("4071");
        for (int digit = 0; digit < 4; digit++) {
            page.openBox(digit).explains(digit + 1, 4, "4071".substring(digit, digit + 1));
        }
        page.browser().keyboard().press("ArrowLeft");
        assertThat(page.box(2)).isFocused();
        page.browser().keyboard().press("Enter");
        page.explains(3, 4, "7");
    }

    @Test
    void marksEvenASingleDigit() {
        var page = draws().upload("seven.png", "image/png", InkPainter.canvas(200).png(Ink.seven())).reads("7");
        assertThat(page.box(0)).hasAccessibleName(Pattern.compile("^7, .*sure$"));
        assertThat(page.browser().locator("#number")).isHidden();
    }

    @Test
    void showsAPhotoUprightWithTheBoxesInPlace() {
        var page = draws().upload("photo.jpg", "image/jpeg", turned(Ink.seven())).reads("7");
        BoundingBox picture = page.browser().locator("#picture").boundingBox();
        assertEquals(0.5, picture.width / picture.height, 0.02, "the photo lies on its side in the file");
        BoundingBox box = page.box(0).boundingBox();
        assertTrue(box.y + box.height / 2 < picture.y + picture.height / 2, "the digit is in the upper half");
    }

    @Test
    void drawsOnPaperWhatTheBrowserCannotShow() {
        var page = draws().upload("scan.tif", "image/tiff", tiff()).readsNumber("4071");
        assertThat(page.browser().locator("#paper")).isVisible();
        assertThat(page.browser().locator("#picture")).isHidden();
        assertThat(page.box(3)).isVisible();
        assertTrue((boolean) page.browser().evaluate("""
            () => { const paper = document.querySelector('#paper');
                    const pixels = paper.getContext('2d').getImageData(0, 0, paper.width, paper.height).data;
                    let dark = 0;
                    for (let i = 0; i < pixels.length; i += 4) dark += pixels[i] < 99;
                    return dark > paper.width * paper.height / 100; }"""));
    }

    @Test
    void readsWhatOnePastes() {
        var page = draws();
        copy(page.browser());
        page.browser().keyboard().press("Control+v");
        page.readsNumber("4071").says("Pasted picture 1");
        page.press("Clear").waits().press("Paste").readsNumber("4071");
    }

    @Test
    void saysWhenThereIsNothingToPaste() {
        var page = draws().drawNumber("40").readsNumber("40");
        page.browser().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.browser().evaluate("navigator.clipboard.writeText('4071')");
        page.browser().keyboard().press("Control+v");
        page.warns("no picture to paste", "Copy a picture first").press("Close").readsNumber("40");
        page.press("Paste").warns("no picture to paste", "Copy a picture first").press("Close").readsNumber("40");
    }

    @Test
    void takesPhotosOnAPhone() {
        var page = drawsOn(Device.PHONE);
        assertThat(page.browser().locator("#shot")).hasAttribute("capture", "environment");
        assertThat(page.browser().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Photo"))).isVisible();
        page.browser().locator("#shot").setInputFiles(new FilePayload("image.jpg", "image/jpeg", turned(Ink.seven())));
        page.reads("7");
        assertThat(draws().browser().locator("#camera")).isHidden();
    }

    @Test
    void fitsAPhoneWithTargetsLargeEnoughForFingers() {
        var page = drawsOn(Device.PHONE).upload("number.png", "image/png", NUMBER).readsNumber("4071");
        assertEquals(0, page.browser().evaluate("document.documentElement.scrollWidth - innerWidth"));
        assertEquals(List.of(), page.browser().evaluate("""
            () => [...document.querySelectorAll('main button, main select, main summary')].filter(button => !button.closest('#boxes'))
                .map(button => [button.id || button.textContent.trim(), button.getBoundingClientRect()])
                .filter(([, {width, height}]) => width && (width < 43.9 || height < 43.9)).map(([name]) => name)"""));
        page.chip(2).tap();
        page.explains(3, 4, "7");
    }

    @Test
    void bringsTheDrawingBackWhenThePictureIsTakenAway() {
        draws().drawNumber("40").readsNumber("40").upload("number.png", "image/png", NUMBER).readsNumber("4071")
            .press("Undo").readsNumber("40");
    }

    @Test
    void readsThePictureAgainWithAnotherModel() {
        var page = draws().upload("number.png", "image/png", NUMBER).readsNumber("4071").says("digits · ");
        page.chooseModel("lenet").says("lenet · ").readsNumber("4071").says("does not end in an average of its maps");
        assertThat(page.browser().locator("#picture")).isVisible();
    }

    @Test
    void staysOnThePageOfThePicturesTheme() {
        var page = drawsOn(Device.LAPTOP, ColorScheme.DARK).upload("number.png", "image/png", NUMBER).readsNumber("4071").shows("probabilities");
        String chart = page.picture("probabilities");
        page.browser().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.browser().waitForFunction("before => document.querySelector('#probabilities').src !== before", chart);
        page.readsNumber("4071");
    }

    /** Puts the number on the clipboard. */
    private static void copy(Page page) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("""
            content => navigator.clipboard.write([new ClipboardItem({'image/png':
                new Blob([Uint8Array.from(atob(content), letter => letter.charCodeAt(0))], {type: 'image/png'})})])""",
            Base64.getEncoder().encodeToString(NUMBER));
    }

    /** A photo, 200 x 400 when held upright, with a digit in its upper half; the camera was turned, and says so. */
    private static byte[] turned(Ink ink) {
        var upright = new BufferedImage(200, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 400);
        graphics.drawImage(InkPainter.canvas(160).paint(ink), 20, 20, null);
        graphics.dispose();
        var lying = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 200; x++) {
                lying.setRGB(y, 199 - x, upright.getRGB(x, y));
            }
        }
        byte[] jpeg = PhotoStudio.jpeg(lying, 0.9f);
        byte[] exif = ByteBuffer.allocate(36).put((byte) 0xff).put((byte) 0xe1).putShort((short) 34)
            .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1)
            .putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0).putInt(0).array();
        byte[] start = Arrays.copyOf(jpeg, 2);
        return ByteBuffer.allocate(jpeg.length + exif.length).put(start).put(exif).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] tiff() {
        try {
            return InkPainter.encode(ImageIO.read(new ByteArrayInputStream(NUMBER)), "tiff");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
