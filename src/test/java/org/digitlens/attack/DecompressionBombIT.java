package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.junit.jupiter.api.Test;

/** Pictures that are far larger than their files. */
class DecompressionBombIT extends AttackTest {

    @Test
    void aHundredMegapixelPng() {
        refused("image/png", Pngs.blank(10_000, 10_000), "10000 x 10000");
    }

    @Test
    void aPngOfTwoThousandMillionASide() {
        refused("image/png", Pngs.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6, 0, new byte[100]), "2147483647");
    }

    @Test
    void aPngWhosePixelsGoOnAndOn() {
        byte[] endless = Pngs.of(28, 28, 8, 0, 0, Bytes.deflated((byte) 0, 1_000_000_000, true));
        Answer answer = post(READINGS, "image/png", endless).within(PROMPT_MILLIS);
        assertTrue(answer.status() == 200 || answer.isProblem(422).status() == 422);
    }

    @Test
    void aPngWithAGigabyteOfText() {
        byte[] text = Bytes.join(ascii("Comment\0\0"), Bytes.deflated((byte) 'a', 1_000_000_000, true));
        byte[] profile = Bytes.join(ascii("icc\0\0"), Bytes.deflated((byte) 'a', 1_000_000_000, true));
        post(READINGS, "image/png", Pngs.with(SEVEN, "zTXt", text)).isReading().within(PROMPT_MILLIS).says("\"7\"");
        post(READINGS, "image/png", Pngs.with(SEVEN, "iCCP", profile)).isReading().within(PROMPT_MILLIS).says("\"7\"");
    }

    @Test
    void anInterlacedPngAsLargeAsAllowed() {
        Answer answer = post(READINGS, "image/png", Pngs.of(5000, 5000, 8, 0, 1, Bytes.deflated((byte) 0, 40_000_000, true)));
        assertTrue(answer.status() == 200 || answer.isProblem(422, 503).status() > 0);
    }

    @Test
    void aGifWithAHugeScreen() {
        byte[] screen = new Bytes().text("GIF89a").shorts(65_535, 65_535).text("\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,").shorts(0, 0, 1, 1)
            .text("\0\2\2D\1\0;").toArray();
        Answer answer = post(READINGS, "image/gif", screen).within(PROMPT_MILLIS);
        assertTrue(answer.status() == 200 || answer.isProblem(413).status() > 0, "of the screen nothing is needed but its size");
        byte[] frame = new Bytes().text("GIF89a").shorts(1, 1).text("\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,").shorts(0, 0, 65_535, 65_535)
            .text("\0\2\2D\1\0;").toArray();
        refused("image/gif", frame, "65535 x 65535");
    }

    @Test
    void aGifOfTenThousandFrames() {
        String frame = ",\0\0\0\0\1\0\1\0\0\2\2D\1\0";
        post(READINGS, "image/gif", ascii("GIF89a\1\0\1\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff" + frame.repeat(10_000) + ";")).isReading()
            .within(PROMPT_MILLIS);
    }

    @Test
    void aJpegOfAThousandScans() {
        byte[] progressive = progressive(2000);
        int scan = indexOf(progressive, new byte[] {(byte) 0xff, (byte) 0xda}, indexOf(progressive, new byte[] {(byte) 0xff, (byte) 0xda}, 0) + 2);
        byte[] head = Arrays.copyOf(progressive, scan);
        byte[] again = Arrays.copyOfRange(progressive, scan, progressive.length - 2);
        var bomb = new Bytes().bytes(head);
        for (int i = 0; i < 1000 && bomb.size() < 9_000_000; i++) {
            bomb.bytes(again);
        }
        bomb.bytes((byte) 0xff, (byte) 0xd9);
        Answer answer = post(READINGS, "image/jpeg", bomb.toArray());
        outcome(answer.millis() + " ms");
        assertTrue(answer.status() == 200 || answer.isProblem(422, 413).status() > 0);
        answer.within(20_000);
    }

    @Test
    void aJpegThatDeclaresSixtyFiveThousandASide() {
        byte[] jpeg = progressive(64);
        int frame = indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xc2}, 0);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);
        refused("image/jpeg", jpeg, "65535 x 65535");
    }

    @Test
    void aTiffOfNineHundredMegapixels() {
        refused("image/tiff", Tiffs.of(30_000, 30_000, 8, 1, new byte[10]).file(false), "30000 x 30000");
    }

    @Test
    void aTiffThatUnpacksToAGigabyte() {
        byte[] zeros = Bytes.deflated((byte) 0, 1_000_000_000, true);
        Answer answer = post(READINGS, "image/tiff", Tiffs.of(100, 100, 8, 1, zeros).tag(Tiffs.COMPRESSION, 8).file(false)).within(PROMPT_MILLIS);
        assertTrue(answer.status() == 200 || answer.isProblem(422, 413).status() > 0);
    }

    @Test
    void aTiffWithTwoThousandMillionValuesInATag() {
        for (int tag : new int[] {Tiffs.BITS, Tiffs.STRIP_OFFSETS, Tiffs.STRIP_BYTES, Tiffs.XMP, 320}) {
            byte[] file = Tiffs.of(28, 28, 8, 1, new byte[784]).tag(tag, 8).file(false);
            int at = indexOf(file, new Bytes().shorts(tag, 4).toArray(), 8);
            System.arraycopy(new Bytes().little(Integer.MAX_VALUE).toArray(), 0, file, at + 4, 4);
            Answer answer = post(READINGS, "image/tiff", file).within(PROMPT_MILLIS);
            assertTrue(answer.status() == 200 || answer.isProblem(422, 413).status() > 0, () -> answer.response().body());
        }
    }

    @Test
    void aTiffWhosePagesGoRound() {
        Answer answer = post(READINGS, "image/tiff", Tiffs.of(28, 28, 8, 1, new byte[784]).file(true)).within(PROMPT_MILLIS);
        assertTrue(answer.status() == 200 || answer.isProblem(422, 413).status() > 0);
    }

    @Test
    void aTiffOfAHundredThousandPages() {
        Answer answer = post(READINGS, "image/tiff", Tiffs.pages(90_000)).within(20_000);
        assertTrue(answer.status() == 200 || answer.isProblem(422, 413).status() > 0);
    }

    @Test
    void aWebPThatDeclaresItsLargest() {
        byte[] lossless = new Bytes().text("RIFF").little(30).text("WEBPVP8L").little(18).bytes((byte) 0x2f).little(-1 >>> 4)
            .bytes(new byte[13]).toArray();
        refused("image/webp", lossless, "16384 x 16384");
        byte[] lossy = new Bytes().text("RIFF").little(30).text("WEBPVP8 ").little(18).bytes((byte) 0x10, (byte) 2, (byte) 0, (byte) 0x9d,
            (byte) 1, (byte) 0x2a).shorts(16_383, 16_383).bytes(new byte[8]).toArray();
        refused("image/webp", lossy, "16383 x 16383");
    }

    @Test
    void aBmpThatDeclaresBillions() {
        byte[] bmp = new Bytes().text("BM").little(100, 0, 54, 40, 2_000_000_000, -2_000_000_000).shorts(1, 24).little(0, 0, 0, 0, 0, 0)
            .bytes(new byte[46]).toArray();
        refused("image/bmp", bmp, "2000000000");
    }

    private void refused(String mediaType, byte[] file, String size) {
        post(READINGS, mediaType, file).isProblem(413).says(size).within(PROMPT_MILLIS);
        post(PREDICTIONS, mediaType, file).isProblem(413).says(size).within(PROMPT_MILLIS);
    }

    private static byte[] progressive(int side) {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY), null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }
}
