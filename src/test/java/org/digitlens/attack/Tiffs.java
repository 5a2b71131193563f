package org.digitlens.attack;

import java.util.ArrayList;
import java.util.List;

/** Little-endian TIFF files, tag by tag. */
final class Tiffs {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int SAMPLE_FORMAT = 339;
    static final int XMP = 700;

    private static final int LONG = 4;
    private static final int BYTE = 1;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final List<int[]> entries = new ArrayList<>();
    private final Bytes data = new Bytes();

    /** Of one sample a pixel. */
    static Tiffs of(int width, int height, int bits, int format, byte[] pixels) {
        var tiff = new Tiffs().tag(WIDTH, width).tag(HEIGHT, height).tag(BITS, bits).tag(COMPRESSION, 1).tag(PHOTOMETRIC, 1);
        tiff.blob(STRIP_OFFSETS, pixels);
        return tiff.tag(SAMPLES, 1).tag(ROWS_PER_STRIP, height).tag(STRIP_BYTES, pixels.length).tag(SAMPLE_FORMAT, format);
    }

    Tiffs tag(int tag, int value) {
        entries.removeIf(entry -> entry[0] == tag);
        entries.add(new int[] {tag, LONG, 1, value});
        return this;
    }

    /** A tag whose value is where some bytes lie. */
    private void blob(int tag, byte[] bytes) {
        entries.add(new int[] {tag, LONG, 1, HEADER + data.size()});
        data.bytes(bytes);
    }

    /** A tag whose value is some bytes. */
    Tiffs bytes(int tag, byte[] bytes) {
        entries.add(new int[] {tag, BYTE, bytes.length, HEADER + data.size()});
        data.bytes(bytes);
        return this;
    }

    /** The file; its only directory names itself as the next one if it is to go round. */
    byte[] file(boolean round) {
        entries.sort((some, other) -> some[0] - other[0]);
        int directory = HEADER + data.size();
        var file = new Bytes().text("II").shorts(42).little(directory).bytes(data.toArray()).shorts(entries.size());
        entries.forEach(entry -> file.shorts(entry[0], entry[1]).little(entry[2], entry[3]));
        return file.little(round ? directory : 0).toArray();
    }

    /** A file of many directories, all of the same small picture. */
    static byte[] pages(int count) {
        int directory = 2 + 8 * ENTRY + 4;
        var file = new Bytes().text("II").shorts(42).little(HEADER + 1).bytes((byte) 0);
        for (int page = 0; page < count; page++) {
            int next = HEADER + 1 + (page + 1) * directory;
            file.shorts(8);
            int[][] tags = {{WIDTH, 1}, {HEIGHT, 1}, {BITS, 8}, {COMPRESSION, 1}, {PHOTOMETRIC, 1}, {STRIP_OFFSETS, HEADER}, {SAMPLES, 1},
                {STRIP_BYTES, 1}};
            for (int[] tag : tags) {
                file.shorts(tag[0], LONG).little(1, tag[1]);
            }
            file.little(page + 1 < count ? next : 0);
        }
        return file.toArray();
    }
}
