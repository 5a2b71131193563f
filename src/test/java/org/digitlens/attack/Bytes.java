package org.digitlens.attack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** What files are made of. */
final class Bytes {

    private static final int BLOCK = 1_000_000;
    private static final int ADLER = 65_521;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... pieces) {
        var joined = new Bytes();
        for (byte[] piece : pieces) {
            joined.bytes(piece);
        }
        return joined.toArray();
    }

    /**
     * A byte again and again, compressed to a thousandth. It is compressed for some length only, and that repeated: nothing
     * in a block that was flushed points to what is before it.
     *
     * @param length a multiple of 1,000,000
     * @param zlib   whether with zlib's frame around it, as PNG and TIFF have it
     */
    static byte[] deflated(byte value, long length, boolean zlib) {
        var block = new byte[BLOCK];
        java.util.Arrays.fill(block, value);
        var deflater = new Deflater(9, true);
        deflater.setInput(block);
        var buffer = new byte[BLOCK / 100];
        byte[] compressed = java.util.Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
        deflater.end();
        var stream = new Bytes().bytes(zlib ? ascii("x\u00da") : new byte[0]);
        for (long left = length; left > 0; left -= BLOCK) {
            stream.bytes(compressed);
        }
        stream.bytes((byte) 3, (byte) 0); // an empty last block
        long sum = 1 + length % ADLER * value % ADLER;
        long sums = (length + length * (length + 1) / 2 % ADLER * value) % ADLER;
        return zlib ? stream.big((int) (sums << 16 | sum % ADLER)).toArray() : stream.toArray();
    }

    static byte[] deflated(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(compressed)) {
            stream.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    Bytes bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes text(String text) {
        return bytes(ascii(text));
    }

    Bytes big(int... values) {
        for (int value : values) {
            bytes(ByteBuffer.allocate(4).putInt(value).array());
        }
        return this;
    }

    Bytes little(int... values) {
        for (int value : values) {
            bytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        }
        return this;
    }

    Bytes shorts(int... values) {
        for (int value : values) {
            bytes((byte) value, (byte) (value >> 8));
        }
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
