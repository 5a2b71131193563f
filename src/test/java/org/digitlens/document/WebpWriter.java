package org.digitlens.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes pictures of black and white as lossless WebP files (RFC 9649, 3), the simplest way there is. */
final class WebpWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int count;

    private WebpWriter() { }

    /** A file: the picture's chunk alone. */
    static byte[] simple(BufferedImage image) {
        return file(chunk("VP8L", new WebpWriter().picture(image)));
    }

    /** A file with a canvas (VP8X) and a camera's notes. */
    static byte[] extended(BufferedImage image, byte[] exif) {
        ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        canvas.putInt(8).put(three(image.getWidth() - 1)).put(three(image.getHeight() - 1));
        return file(chunk("VP8X", canvas.array()), chunk("VP8L", new WebpWriter().picture(image)), chunk("EXIF", exif));
    }

    static byte[] file(byte[]... chunks) {
        var body = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            body.writeBytes(chunk);
        }
        ByteBuffer file = ByteBuffer.allocate(12 + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        return file.put("RIFF".getBytes()).putInt(4 + body.size()).put("WEBP".getBytes()).put(body.toByteArray()).array();
    }

    static byte[] chunk(String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes()).putInt(content.length).put(content).array();
    }

    private static byte[] three(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private byte[] picture(BufferedImage image) {
        put(0x2f, 8);
        put(image.getWidth() - 1, 14);
        put(image.getHeight() - 1, 14);
        put(0, 1 + 3); // no alpha, version 0
        put(0, 3); // no transforms, no colour cache, no meta prefix codes
        for (int channel = 0; channel < 3; channel++) { // green, red, blue: 0 or 255, one bit each
            put(1, 1);
            put(1, 1);
            put(0, 1);
            put(0, 1);
            put(255, 8);
        }
        put(1, 1); // alpha: always 255
        put(0, 1);
        put(1, 1);
        put(255, 8);
        put(1, 4); // distance: always 0
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                put((image.getRGB(x, y) & 255) < 128 ? 0 : 7, 3);
            }
        }
        put(0, 32);
        return out.toByteArray();
    }

    private void put(int value, int width) {
        for (int i = 0; i < width; i++) {
            bits |= (value >> i & 1) << count;
            if (++count == 8) {
                out.write(bits);
                bits = 0;
                count = 0;
            }
        }
    }
}
