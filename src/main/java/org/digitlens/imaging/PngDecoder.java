package org.digitlens.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one PNG file row by row (W3C PNG, third edition): every bit depth and colour type, transparency included, but
 * not the interlaced kind. Beside ImageIO's reader it needs memory for a few rows only, reduces large pictures by area
 * averaging instead of dropping pixels, and is a good deal faster on the small pictures that a canvas sends.
 */
final class PngDecoder {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    /** Bytes that are unpacked at once. */
    private static final int BLOCK = 1 << 14;

    private final byte[] file;
    private final List<int[]> data = new ArrayList<>();
    private final PngPixels pixels;
    private final int width;
    private final int height;
    private final boolean interlaced;
    private int packedLength;

    /** Reads everything but the pixels. */
    PngDecoder(byte[] file) throws IOException {
        this.file = file;
        int at = SIGNATURE_LENGTH;
        if (file.length < at + 25 || word(at + 4) != IHDR) {
            throw new IOException("no header");
        }
        width = word(at + 8);
        height = word(at + 12);
        interlaced = file[at + 20] != 0;
        pixels = new PngPixels(file[at + 16], file[at + 17]);
        at += 25;
        while (at + 12 <= file.length && word(at + 4) != IEND) {
            int length = word(at);
            if (length < 0 || length > file.length - at - 12) {
                length = file.length - at - 8; // cut off: what is there may still hold every row
                if (word(at + 4) != IDAT) {
                    break;
                }
            }
            switch (word(at + 4)) {
                case PLTE -> pixels.palette(file, at + 8, length);
                case TRNS -> pixels.transparency(file, at + 8, length);
                case IDAT -> {
                    data.add(new int[] {at + 8, length});
                    packedLength += length;
                }
                default -> { }
            }
            at += Math.min(length, file.length - at - 12) + 12;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean interlaced() {
        return interlaced;
    }

    Picture decode() throws IOException {
        int reduction = Picture.reductionFor(width, height);
        int length = 1 + Math.toIntExact(((long) width * pixels.bitsPerPixel() + 7) / 8);
        int rowsAtOnce = Math.max(1, Math.min(height, BLOCK / length));
        var rows = new byte[(1 + rowsAtOnce) * length]; // the row above the block, then the block
        var filters = new PngFilters(Math.max(1, pixels.bitsPerPixel() / 8), length);
        var reducer = new RowReducer(width, height, reduction);
        var packed = new Inflate(packed(), packedLength);
        for (int y = 0; y < height; y += rowsAtOnce) {
            int count = Math.min(rowsAtOnce, height - y);
            packed.read(rows, length, count * length);
            for (int row = 1; row <= count; row++) {
                filters.undo(rows, row * length);
                reducer.add(pixels, rows, row * length + 1);
            }
            System.arraycopy(rows, count * length, rows, 0, length);
        }
        return Picture.flatten(reducer.width(), reducer.height(), reducer.argb(), reduction);
    }

    /** The data of all IDAT chunks in a row, with 8 bytes to spare. */
    private byte[] packed() {
        var packed = new byte[packedLength + Long.BYTES];
        int at = 0;
        for (int[] chunk : data) {
            System.arraycopy(file, chunk[0], packed, at, chunk[1]);
            at += chunk[1];
        }
        return packed;
    }

    private int word(int at) {
        return (file[at] & 255) << 24 | (file[at + 1] & 255) << 16 | (file[at + 2] & 255) << 8 | file[at + 3] & 255;
    }
}
