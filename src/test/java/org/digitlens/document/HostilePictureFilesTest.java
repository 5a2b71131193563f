package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;

import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.decoding.PictureLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Picture files that are small and would take a careless reader gigabytes or hours, or that are something else as well. */
class HostilePictureFilesTest {

    private static final Map<String, byte[]> SAMPLES = Samples.all();

    @Test
    void aJpegOfAMillionEmptySegments() {
        byte[] jpeg = SAMPLES.get("colours.jpeg");
        refused(PictureException.Corrupt.class, "segments", spliced(jpeg, 2, repeated(1_000_000, -1, 0xe5, 0, 2)));
    }

    @Test
    void aHugeProgressiveJpegOfManyScans() {
        byte[] jpeg = SAMPLES.get("progressive.jpeg").clone();
        int frame = indexOf(jpeg, new byte[] {-1, (byte) 0xc2, 0, 17, 8});
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 4_900).putShort(frame + 7, (short) 5_000);
        byte[] scan = {-1, (byte) 0xda, 0, 8, 1, 1, 0, 1, 5, 0};
        byte[] many = spliced(jpeg, jpeg.length - 2, repeated(80, scan));
        Refusals.assertBounded(many, 20L << 30); // a buffer for each scan, one after the other, until the time is over
    }

    @Test
    void aPngOfAMillionEmptyChunks() {
        refused(PictureException.Corrupt.class, "", spliced(SAMPLES.get("colours.png"), 33, repeated(1_000_000, pngChunk("teXt", new byte[0]))));
    }

    @Test
    void aPngOfMillionsOfEmptyBlocks() {
        var data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {0x78, (byte) 0x9c});
        data.writeBytes(repeated(1_600_000, 0, 0, 0, (byte) 0xff, (byte) 0xff)); // stored, of no bytes
        byte[] png = png(100, 100, 8, 2, 0, data.toByteArray());
        Refusals.assertBounded(png, 100 << 20);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 0", "0, 0"})
    void picturesWithoutPixels(int width, int height) {
        refused(PictureException.Corrupt.class, width + " x " + height, png(width, height, 8, 2, 0, PdfBytes.deflate(new byte[100])));
        ByteBuffer bmp = ByteBuffer.wrap(SAMPLES.get("plain.bmp").clone()).order(ByteOrder.LITTLE_ENDIAN);
        refused(PictureException.Corrupt.class, width + " x " + height, bmp.putInt(18, width).putInt(22, height).array());
        byte[] gif = SAMPLES.get("plain.gif").clone();
        int frame = indexOf(gif, new byte[] {',', 0, 0, 0, 0});
        ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(frame + 5, (short) width).putShort(frame + 7, (short) height);
        refused(PictureException.Corrupt.class, width + " x " + height, gif);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aPngOfAGigapixel(int interlaced) {
        refused(PictureException.TooLarge.class, "30000 x 30000", png(30_000, 30_000, 1, 0, interlaced, PdfBytes.deflate(new byte[10_000_000])));
    }

    @Test
    void anInterlacedPngWhoseTextUnpacksToAGigabyte() {
        byte[] bomb = ("x\0\0" + new String(PdfBytes.deflate(new byte[300 << 20]), StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] png = spliced(SAMPLES.get("interlaced.png"), 33, pngChunk("zTXt", bomb));
        Refusals.assertRead("7", spliced(png, 33, pngChunk("iCCP", bomb)));
    }

    @Test
    void aGifOfManyBlocksBeforeItsFrame() {
        byte[] gif = SAMPLES.get("plain.gif");
        int frame = indexOf(gif, new byte[] {',', 0, 0, 0, 0});
        refused(PictureException.Corrupt.class, "blocks", spliced(gif, frame, repeated(100_000, 0x21, 0xfe, 0)));
    }

    @Test
    void aWebpOfFramesInsideFrames() {
        var webp = new ByteArrayOutputStream();
        for (int depth = 0; depth < 100_000; depth++) {
            ByteBuffer frame = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            webp.writeBytes(frame.put("ANMF".getBytes()).putInt(24 * (100_000 - depth) - 8).array());
        }
        refused(PictureException.Corrupt.class, "frame inside a frame", WebpWriter.file(webp.toByteArray()));
    }

    @Test
    void aWebpOfAMillionChunks() {
        refused(PictureException.Corrupt.class, "chunks", WebpWriter.file(repeated(1_000_000, 'X', 'X', 'X', 'X', 0, 0, 0, 0)));
    }

    @Test
    void aWebpOfManyGroupsOfPrefixCodes() {
        ByteBuffer picture = ByteBuffer.allocate(163_852).order(ByteOrder.LITTLE_ENDIAN);
        picture.put((byte) 0x2f).putInt(63 | 63 << 14).putInt(0x3ff7fe84); // an entropy image of 65535 alone
        Arrays.fill(picture.array(), picture.position(), picture.capacity(), (byte) 0x22);
        refused(PictureException.Corrupt.class, "65536 groups", WebpWriter.file(WebpWriter.chunk("VP8L", picture.array())));
        byte[] canvas = {0x10, 0, 0, 0, 63, 0, 0, 63, 0, 0};
        byte[] alpha = Arrays.copyOfRange(picture.array(), 4, picture.capacity());
        alpha[0] = 1;
        refused(PictureException.Corrupt.class, "65536 groups", WebpWriter.file(WebpWriter.chunk("VP8X", canvas), WebpWriter.chunk("ALPH", alpha)));
        byte[] narrow = {0x10, 0, 0, 0, 3, 0, 0, 63, 0, 0};
        refused(PictureException.Corrupt.class, "4 x 64 are declared", WebpWriter.file(WebpWriter.chunk("VP8X", narrow),
            WebpWriter.chunk("VP8L", picture.array())));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 7, 9, 10, 11, 13, 14, 15})
    void aJpegOfAnUnusualKind(int kind) {
        byte[] jpeg = SAMPLES.get("colours.jpeg").clone();
        jpeg[indexOf(jpeg, new byte[] {-1, (byte) 0xc0, 0, 17, 8}) + 1] = (byte) (0xc0 + kind);
        refused(PictureException.Corrupt.class, "SOF" + kind + ")", jpeg);
    }

    @ParameterizedTest
    @CsvSource({"277, 60000, samples", "258, 60000, bits", "256, 65535, 65535", "257, 65535, 65535"})
    void aTiffWhosePixelsAreTooLarge(int tag, int value, String named) {
        byte[] tiff = SAMPLES.get("fax.tiff").clone();
        int entry = TiffBytes.entry(tiff, TiffBytes.directory(tiff, 0), tag);
        TiffBytes.setShort(tiff, entry + 2, 3);
        TiffBytes.setShort(tiff, entry + 8, value);
        refused(PictureException.class, named, tiff);
    }

    @Test
    void aTiffWithAJpegThatIsLargerThanItsPage() {
        byte[] tiff = SAMPLES.get("jpeg.tiff").clone();
        int frame = indexOf(tiff, new byte[] {-1, (byte) 0xc0, 0, 17, 8});
        ByteBuffer.wrap(tiff).putInt(frame + 5, -1);
        refused(PictureException.Corrupt.class, "65535 x 65535", tiff);
    }

    @Test
    void aTiffOfNumbersThatAreNone() {
        for (int bits : new int[] {0x7fc00000, 0xff800000, 0x7f7fffff, 1}) {
            byte[] tiff = floats(bits);
            try {
                assertEquals("", Reads.text(tiff));
            } catch (PictureException expected) {
                assertTrue(expected.getMessage().contains("TIFF"), expected.getMessage());
            }
        }
    }

    @Test
    void xmlInsideATiffIsNotLookedAt() {
        byte[] xmp = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>".getBytes(StandardCharsets.UTF_8);
        byte[] tiff = SAMPLES.get("plain.tiff");
        byte[] longer = Arrays.copyOf(tiff, tiff.length + xmp.length);
        System.arraycopy(xmp, 0, longer, tiff.length, xmp.length);
        int entry = TiffBytes.entry(longer, TiffBytes.directory(longer, 0), 305); // of the software's name, which comes to be XMP
        TiffBytes.setShort(longer, entry, 700);
        TiffBytes.setInt(longer, entry + 4, xmp.length);
        TiffBytes.setInt(longer, entry + 8, tiff.length);
        Refusals.assertRead("7", longer);
    }

    @Test
    void aFileThatIsAlsoSomethingElseIsWhatItsFirstBytesSay() {
        byte[] zip = Samples.zip(Map.of("evil.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)));
        for (String name : new String[] {"grey.png", "grey.jpeg", "plain.gif", "plain.bmp", "lossless.webp", "strokes.pdf"}) {
            byte[] both = spliced(SAMPLES.get(name), SAMPLES.get(name).length, zip);
            Refusals.assertRead("7", both);
        }
        byte[] comment = "<html><script>alert(1)</script>%PDF-1.4".getBytes(StandardCharsets.UTF_8);
        byte[] segment = ByteBuffer.allocate(4 + comment.length).putShort((short) 0xfffe).putShort((short) (2 + comment.length)).put(comment).array();
        Refusals.assertRead("7", spliced(SAMPLES.get("grey.jpeg"), 2, segment));
        refused(PictureException.Unsupported.class, "HTML", spliced(SAMPLES.get("strokes.pdf"), 0, "<html>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whoWaitsTooLongOrIsOneTooManyIsSentAway() throws InterruptedException {
        var decoder = new PictureDecoder(new PictureLimits(1_000_000, 1_000_000, 0, 5));
        var held = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var other = new Thread(() -> decoder.within("test", 1_000_000, () -> {
            held.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }));
        other.start();
        held.await();
        byte[] large = png(1_000, 600, 8, 0, 0, PdfBytes.deflate(new byte[1_001 * 600]));
        long start = System.nanoTime();
        assertThrows(PictureException.Busy.class, () -> decoder.decode(large));
        assertTrue(System.nanoTime() - start < 4_000_000_000L, "at once, since nobody may wait");
        assertEquals(56, decoder.decode(SAMPLES.get("grey.png")).width()); // small ones never wait
        over.countDown();
        other.join();
        assertEquals(1_000, decoder.decode(large).width());
    }

    private static void refused(Class<? extends PictureException> kind, String named, byte[] file) {
        Refusals.assertRefused(kind, named, file);
    }

    /** A TIFF of 8 x 8 floating-point numbers. */
    private static byte[] floats(int bits) {
        int[][] entries = {{256, 3, 1, 8}, {257, 3, 1, 8}, {258, 3, 1, 32}, {259, 3, 1, 1}, {262, 3, 1, 1}, {273, 4, 1, 200}, {277, 3, 1, 1},
            {278, 3, 1, 8}, {279, 4, 1, 256}, {339, 3, 1, 3}};
        ByteBuffer tiff = ByteBuffer.allocate(456).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8)
            .putShort((short) entries.length);
        for (int[] entry : entries) {
            tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
        }
        for (int i = 0; i < 64; i++) {
            tiff.putInt(200 + 4 * i, i % 3 == 0 ? bits : 0x3f800000);
        }
        return tiff.array();
    }

    private static byte[] png(int width, int height, int depth, int type, int interlaced, byte[] data) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(pngChunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) depth).put((byte) type)
            .put(12, (byte) interlaced).array()));
        out.writeBytes(pngChunk("IDAT", data));
        out.writeBytes(pngChunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] pngChunk(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length).putInt(content.length).put(name.getBytes(StandardCharsets.ISO_8859_1)).put(content)
            .putInt((int) crc.getValue()).array();
    }

    private static byte[] spliced(byte[] file, int at, byte[] middle) {
        return ByteBuffer.allocate(file.length + middle.length).put(file, 0, at).put(middle).put(file, at, file.length - at).array();
    }

    private static byte[] repeated(int times, int... bytes) {
        var each = new byte[bytes.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = (byte) bytes[i];
        }
        return repeated(times, each);
    }

    private static byte[] repeated(int times, byte[] each) {
        ByteBuffer all = ByteBuffer.allocate(times * each.length);
        for (int i = 0; i < times; i++) {
            all.put(each);
        }
        return all.array();
    }

    private static int indexOf(byte[] file, byte[] part) {
        for (int at = 0;; at++) {
            if (Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
    }
}
