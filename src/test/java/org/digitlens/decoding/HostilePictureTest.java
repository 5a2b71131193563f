package org.digitlens.decoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.digitlens.imaging.Pictures;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;

/** Small files that would make a reader take gigabytes or minutes are refused before it sees them. */
class HostilePictureTest {

    private final PictureDecoder decoder = Pictures.decoder();

    @Test
    void aWebpWhoseFrameIsLargerThanItsCanvas() {
        ByteBuffer webp = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes()).putInt(52).put("WEBPVP8X".getBytes()).putInt(10).putInt(0).put(new byte[] {9, 0, 0, 9, 0, 0});
        webp.put("VP8 ".getBytes()).putInt(20).put(new byte[] {0x10, 0, 0, (byte) 0x9d, 1, 0x2a}).putShort((short) 16383).putShort((short) 16383);
        String message = assertThrows(PictureException.TooLarge.class, () -> decoder.decode(webp.array())).getMessage();
        assertTrue(message.contains("16383 x 16383"), message);
    }

    @Test
    void aTiffWhoseDirectoryClaimsMoreThanTheFile() {
        ByteBuffer tiff = tiff(2);
        entry(tiff, 256, 3, 1, 10);
        entry(tiff, 700, 4, 500_000_000, 8);
        assertThrows(PictureException.Corrupt.class, () -> decoder.decode(tiff.array()));
    }

    @Test
    void aTiffOfHugeTiles() {
        ByteBuffer tiff = tiff(2);
        entry(tiff, 322, 4, 1, Integer.MAX_VALUE);
        entry(tiff, 323, 4, 1, Integer.MAX_VALUE);
        assertThrows(PictureException.TooLarge.class, () -> decoder.decode(tiff.array()));
    }

    @Test
    void aTiffWhoseDirectoriesGoInCircles() {
        ByteBuffer tiff = tiff(0);
        tiff.putInt(8);
        assertThrows(PictureException.Corrupt.class, () -> decoder.decode(tiff.array()));
    }

    private static ByteBuffer tiff(int entries) {
        return ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) entries);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    @Test
    void aBitmapWithAnotherFileInside() {
        byte[] bmp = InkPainter.encode(InkPainter.canvas(32).paint(Ink.seven()), "bmp");
        bmp[30] = 5;
        assertThrows(PictureException.Unsupported.class, () -> decoder.decode(bmp));
    }

    @Test
    void aJpegOfThousandsOfScans() {
        byte[] jpeg = InkPainter.encode(InkPainter.canvas(32).paint(Ink.seven()), "jpeg");
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 4000; i++) {
            out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0});
        }
        out.writeBytes(Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));
        assertThrows(PictureException.Corrupt.class, () -> decoder.decode(out.toByteArray()));
    }

    @Test
    void ordinaryFilesPass() {
        for (String format : new String[] {"tiff", "bmp", "jpeg"}) {
            assertEquals(64, decoder.decode(InkPainter.encode(InkPainter.canvas(64).paint(Ink.seven()), format)).width());
        }
    }
}
