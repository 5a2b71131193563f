package org.digitlens.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes small PNG files fast: 8 bits a pixel, grey or with a palette. ImageIO's writer spends more time on its
 * metadata than on pictures of this size.
 */
public final class PngEncoder {

    private static final byte[] SIGNATURE = "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

    private PngEncoder() { }

    /** Ink as a grey picture, bright on black, stored without compression: for pictures of a few hundred pixels. */
    public static byte[] encode(GrayImage image) {
        var grey = new byte[image.ink().length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.round(255 * image.ink()[i]);
        }
        var out = new ByteArrayOutputStream(grey.length + 160);
        header(out, image.width(), image.height(), 0);
        chunk(out, "IDAT", compress(grey, image.width(), image.height(), Deflater.NO_COMPRESSION));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /**
     * A picture with a palette.
     *
     * @param indices row-major, one byte a pixel
     * @param palette up to 256 colours, {@code 0xAARRGGBB}
     * @param effort  from {@link Deflater#BEST_SPEED} to {@link Deflater#BEST_COMPRESSION}, which takes several times as long
     */
    public static byte[] encode(int width, int height, byte[] indices, int[] palette, int effort) {
        var colours = new byte[3 * palette.length];
        var alphas = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            colours[3 * i] = (byte) (palette[i] >> 16);
            colours[3 * i + 1] = (byte) (palette[i] >> 8);
            colours[3 * i + 2] = (byte) palette[i];
            alphas[i] = (byte) (palette[i] >>> 24);
        }
        var out = new ByteArrayOutputStream(8192);
        header(out, width, height, 3);
        chunk(out, "PLTE", colours);
        chunk(out, "tRNS", alphas);
        chunk(out, "IDAT", compress(indices, width, height, effort));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void header(ByteArrayOutputStream out, int width, int height, int colourType) {
        out.writeBytes(SIGNATURE);
        var header = new byte[13];
        word(header, 0, width);
        word(header, 4, height);
        header[8] = 8;
        header[9] = (byte) colourType;
        chunk(out, "IHDR", header);
    }

    /** The rows, each behind a zero (no filter: best for palettes and flat areas), in zlib's format. */
    private static byte[] compress(byte[] pixels, int width, int height, int level) {
        var rows = new byte[(width + 1) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, rows, y * (width + 1) + 1, width);
        }
        var deflater = new Deflater(level);
        try {
            deflater.setInput(rows);
            deflater.finish();
            var out = new ByteArrayOutputStream(1024);
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    public static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        var word = new byte[4];
        word(word, 0, content.length);
        out.writeBytes(word);
        out.writeBytes(name);
        out.writeBytes(content);
        var crc = new CRC32();
        crc.update(name);
        crc.update(content);
        word(word, 0, (int) crc.getValue());
        out.writeBytes(word);
    }

    private static void word(byte[] target, int at, int value) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
