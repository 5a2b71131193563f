package org.digitlens.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads one PNG file row by row (W3C PNG, third edition): every bit depth and colour type, transparency included, but
 * not the interlaced kind. Beside ImageIO's reader it needs memory for two rows only, reduces large pictures by area
 * averaging instead of dropping pixels, and is a good deal faster on the small pictures that a canvas sends.
 */
final class PngDecoder {

    private static final int SIGNATURE_LENGTH = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504c5445;
    private static final int TRNS = 0x74524e53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    private final byte[] file;
    private final List<int[]> data = new ArrayList<>();
    private final PngPixels pixels;
    private final int width;
    private final int height;
    private final boolean interlaced;

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
                case IDAT -> data.add(new int[] {at + 8, length});
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
        int step = Math.max(1, pixels.bitsPerPixel() / 8);
        int rowBytes = Math.toIntExact(((long) width * pixels.bitsPerPixel() + 7) / 8);
        var row = new byte[rowBytes + 1];
        var previous = new byte[rowBytes + 1];
        var line = new int[width];
        var reducer = new RowReducer(width, height, reduction);
        var inflater = new Inflater();
        try {
            var input = data.iterator();
            for (int y = 0; y < height; y++) {
                fill(inflater, input, row);
                unfilter(row, previous, step);
                if (reduction == 1) {
                    pixels.unpack(row, reducer.argb(), y * width, width);
                } else {
                    pixels.unpack(row, line, 0, width);
                    reducer.add(line, y);
                }
                byte[] swap = previous;
                previous = row;
                row = swap;
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
        return Picture.flatten(reducer.width(), reducer.height(), reducer.argb(), reduction);
    }

    private void fill(Inflater inflater, java.util.Iterator<int[]> input, byte[] row) throws DataFormatException, IOException {
        int filled = 0;
        while (filled < row.length) {
            int count = inflater.inflate(row, filled, row.length - filled);
            filled += count;
            if (count == 0) {
                if (inflater.finished() || inflater.needsDictionary() || !input.hasNext()) {
                    throw new IOException("pixels are missing");
                }
                int[] chunk = input.next();
                inflater.setInput(file, chunk[0], chunk[1]);
            }
        }
    }

    /** Undoes a row's filter in place; byte 0 names the filter, {@code step} is the distance to the pixel on the left. */
    static void unfilter(byte[] row, byte[] previous, int step) throws IOException {
        int length = row.length;
        switch (row[0]) {
            case 0 -> { }
            case 1 -> {
                for (int i = step + 1; i < length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += previous[i];
                }
            }
            case 3 -> {
                for (int i = 1; i < length; i++) {
                    int left = i > step ? row[i - step] & 255 : 0;
                    row[i] += (byte) (left + (previous[i] & 255) >> 1);
                }
            }
            case 4 -> {
                for (int i = 1; i <= Math.min(step, length - 1); i++) {
                    row[i] += previous[i];
                }
                for (int i = step + 1; i < length; i++) {
                    row[i] += (byte) paeth(row[i - step] & 255, previous[i] & 255, previous[i - step] & 255);
                }
            }
            default -> throw new IOException("unknown filter " + row[0]);
        }
    }

    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private int word(int at) {
        return (file[at] & 255) << 24 | (file[at + 1] & 255) << 16 | (file[at + 2] & 255) << 8 | file[at + 3] & 255;
    }
}
