package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;

/** PNG files as nobody's program writes them. */
final class Pngs {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int CHUNK_START = 33; // after signature and IHDR

    private Pngs() { }

    /** Black, grey, of 8 bits, whatever size; its data goes on a little behind the last pixel. */
    static byte[] blank(int width, int height) {
        return of(width, height, 8, 0, 0, Bytes.deflated((byte) 0, roundUp((long) height * (width + 1L)), true));
    }

    private static long roundUp(long length) {
        return (length + 999_999) / 1_000_000 * 1_000_000;
    }

    static byte[] of(int width, int height, int depth, int colour, int interlace, byte[] data) {
        return Bytes.join(SIGNATURE, chunk("IHDR", new Bytes().big(width, height).bytes((byte) depth, (byte) colour, (byte) 0, (byte) 0,
            (byte) interlace).toArray()), chunk("IDAT", data), chunk("IEND", new byte[0]));
    }

    /** A file with one chunk more, right behind its header. */
    static byte[] with(byte[] png, String type, byte[] content) {
        return Bytes.join(java.util.Arrays.copyOf(png, CHUNK_START), chunk(type, content),
            java.util.Arrays.copyOfRange(png, CHUNK_START, png.length));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] typed = Bytes.join(ascii(type), content);
        return new Bytes().big(content.length).bytes(typed).big(Bytes.crc(typed)).toArray();
    }
}
