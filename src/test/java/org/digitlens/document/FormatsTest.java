package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureException;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @TestFactory
    Stream<DynamicTest> everyFormatIsReadAsTheDigitThatWasDrawn() {
        return Samples.all().entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(),
            () -> assertEquals("7", Reads.text(file.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> everyWayOfHoldingACameraIsSetUpright() {
        return Stream.of("colours.jpeg", "colours.png", "interlaced.png", "extended.webp").flatMap(name ->
            Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map(orientation -> DynamicTest.dynamicTest(name + " " + orientation, () -> {
                byte[] file = Samples.all().get(name);
                int[] stored = Reads.decoder().decode(file).rgb();
                Picture upright = Reads.decoder().decode(Samples.turned(file, orientation));
                int side = Samples.SIDE;
                for (int i = 0; i < stored.length; i++) {
                    int x = i % side;
                    int y = i / side;
                    int shown = switch (orientation) {
                        case 1 -> y * side + x;
                        case 2 -> y * side + side - 1 - x;
                        case 3 -> (side - 1 - y) * side + side - 1 - x;
                        case 4 -> (side - 1 - y) * side + x;
                        case 5 -> x * side + y;
                        case 6 -> x * side + side - 1 - y;
                        case 7 -> (side - 1 - x) * side + side - 1 - y;
                        default -> (side - 1 - x) * side + y;
                    };
                    assertEquals(stored[i] & 0xffffff, upright.rgb()[shown] & 0xffffff, "pixel " + x + ", " + y);
                }
            })));
    }

    @Test
    void everyPageOfATiffIsReadByItself() {
        assertEquals(List.of("3", "0", "8"), Reads.pages(Samples.tiffOf(3, 0, 8)));
    }

    @Test
    void aDamagedPageOfATiffSpoilsNoOther() {
        byte[] tiff = Samples.tiffOf(3, 0, 8);
        try (PictureDocument document = new DocumentReader(Reads.decoder()).open(tiff)) {
            int[] last = document.page(2).rgb();
            // The second directory's compression becomes one that there is not.
            int second = TiffBytes.directory(tiff, 1);
            TiffBytes.setShort(tiff, TiffBytes.entry(tiff, second, 259) + 8, 4711);
            assertThrows(PictureException.class, () -> new DocumentReader(Reads.decoder()).open(tiff).page(1));
            assertArrayEquals(last, new DocumentReader(Reads.decoder()).open(tiff).page(2).rgb());
        }
    }

    @Test
    void moreThanAHundredPagesAreRefused() {
        Refusals.assertRefused(PictureException.TooLarge.class, "101 pages", Samples.tiffOf(new int[101]));
    }

    @Test
    void onlyTheFirstFrameOfAnAnimationIsRead() throws Exception {
        byte[] gif = InkPainter.encode(InkPainter.canvas(56).paint(Ink.seven()), "gif");
        byte[] other = InkPainter.encode(InkPainter.canvas(56).paint(Ink.four()), "gif");
        int frame = 13 + 3 * (2 << (other[10] & 7));
        var both = new java.io.ByteArrayOutputStream();
        both.write(gif, 0, gif.length - 1);
        both.write(other, frame, other.length - frame);
        assertEquals("7", Reads.text(both.toByteArray()));
    }

    @ParameterizedTest
    @CsvSource({"ftypheic, HEIC, JPEG", "ftypmif1, HEIC, JPEG", "ftypavif, AVIF, PNG", "ftypisom, a video, PNG"})
    void picturesOfPhonesThatAreNotReadAreNamed(String brand, String named, String hint) {
        byte[] file = ("\0\0\0\u0018" + brand + "\0\0\0\0mif1").getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(PictureException.Unsupported.class, () -> Reads.text(file)).getMessage();
        assertTrue(message.contains(named) && message.contains(hint) && message.contains("PNG, JPEG, GIF, BMP, WebP, TIFF, or PDF"), message);
    }

    @ParameterizedTest
    @CsvSource({"'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', SVG", "'<?xml version=\"1.0\"?><svg/>', SVG", "'<!DOCTYPE html><html>', HTML",
        "8BPS0000, PSD", "{\\rtf1, RTF", "%!PS-Adobe, PostScript", "hello, text", "größe, text", "PK\u0003\u0004xxxx, ZIP", "qoifxxxxxx, QOI"})
    void otherFilesAreNamed(String content, String named) {
        String message = assertThrows(PictureException.Unsupported.class, () -> Reads.text(content.getBytes(StandardCharsets.UTF_8))).getMessage();
        assertTrue(message.contains(named), message);
    }
}
