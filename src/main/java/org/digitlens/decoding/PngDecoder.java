package org.digitlens.decoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.digitlens.imaging.Picture;
import org.digitlens.imaging.PngEncoder;

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
    private static final int EXIF = 0x65584966;
    private static final int MAX_CHUNKS = 100_000;

    /** Bytes that are unpacked at once. */
    private static final int BLOCK = 1 << 14;

    private final byte[] file;
    private final List<int[]> data = new ArrayList<>();
    private final PngPixels pixels;
    private final int width;
    private final int height;
    private final boolean interlaced;
    private final List<int[]> colours = new ArrayList<>();
    private int packedLength;
    private Orientation orientation = Orientation.UPRIGHT;

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
        for (int chunks = 0; at + 12 <= file.length && word(at + 4) != IEND; chunks++) {
            if (chunks == MAX_CHUNKS) {
                throw new IOException("more than " + MAX_CHUNKS + " chunks");
            }
            int length = word(at);
            if (length < 0 || length > file.length - at - 12) {
                length = file.length - at - 8; // cut off: what is there may still hold every row
                if (word(at + 4) != IDAT) {
                    break;
                }
            }
            chunk(at, length);
            at += Math.min(length, file.length - at - 12) + 12;
        }
    }

    private void chunk(int at, int length) throws IOException {
        switch (word(at + 4)) {
            case PLTE -> {
                pixels.palette(file, at + 8, length);
                colours.add(new int[] {at, length + 12});
            }
            case TRNS -> {
                pixels.transparency(file, at + 8, length);
                colours.add(new int[] {at, length + 12});
            }
            case IDAT -> {
                data.add(new int[] {at + 8, length});
                packedLength += length;
            }
            case EXIF -> orientation = Exif.orientation(file, at + 8, length).orElse(orientation);
            default -> { }
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

    /** How the picture is to be turned upright. */
    Orientation orientation() {
        return orientation;
    }

    /** The file without anything that pixels do not need, for another reader. */
    byte[] essential() {
        var kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE_LENGTH + 25);
        colours.forEach(chunk -> kept.write(file, chunk[0], chunk[1]));
        PngEncoder.chunk(kept, "IDAT", Arrays.copyOf(packed(), packedLength));
        PngEncoder.chunk(kept, "IEND", new byte[0]);
        return kept.toByteArray();
    }

    /** The picture as it is stored, not turned. */
    Picture decode(Deadline deadline) throws IOException {
        int reduction = Picture.reductionFor(width, height);
        int length = 1 + Math.toIntExact(((long) width * pixels.bitsPerPixel() + 7) / 8);
        int rowsAtOnce = Math.max(1, Math.min(height, BLOCK / length));
        var rows = new byte[(1 + rowsAtOnce) * length]; // the row above the block, then the block
        var filters = new PngFilters(Math.max(1, pixels.bitsPerPixel() / 8), length);
        var reducer = new RowReducer(width, height, reduction);
        var packed = new Inflate(packed(), packedLength, deadline);
        for (int y = 0; y < height; y += rowsAtOnce) {
            deadline.step();
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
