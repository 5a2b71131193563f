package org.digitlens.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;

/**
 * Looks through the structure of files before a reader does, for what readers believe without asking: frames larger than
 * the size in front, directories that claim more than the file holds, files inside files, endless scans.
 */
final class HeaderCheck {

    private static final int MAX_SCANS = 100;
    private static final int MAX_ENTRIES = 500;
    private static final int MAX_DIRECTORIES = 64;
    private static final Map<Integer, Integer> TIFF_TYPE_BYTES = Map.ofEntries(Map.entry(1, 1), Map.entry(2, 1), Map.entry(3, 2),
        Map.entry(4, 4), Map.entry(5, 8), Map.entry(6, 1), Map.entry(7, 1), Map.entry(8, 2), Map.entry(9, 4), Map.entry(10, 8),
        Map.entry(11, 4), Map.entry(12, 8), Map.entry(13, 4));
    private static final Set<Integer> TIFF_SIZES = Set.of(256, 257, 322, 323);
    private static final Set<Integer> TIFF_POINTERS = Set.of(330, 34665, 34853, 40965);

    private final PictureFormat format;
    private final ByteBuffer file;
    private int width = 1;
    private int height = 1;

    /** @throws PictureException when the file claims what it cannot hold, or holds what is not read here */
    HeaderCheck(PictureFormat format, byte[] bytes) {
        this.format = format;
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            switch (format) {
                case WEBP -> webp(12, bytes.length);
                case TIFF -> tiff();
                case BMP -> bmp();
                case JPEG -> jpeg();
                default -> { }
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new PictureException.Corrupt(format, "it is damaged or incomplete", e);
        }
    }

    /** Width of the largest part found, at least 1 pixel. */
    int width() {
        return width;
    }

    /** Height of the largest part found, at least 1 pixel. */
    int height() {
        return height;
    }

    private void found(int partWidth, int partHeight) {
        width = Math.max(width, partWidth);
        height = Math.max(height, partHeight);
    }

    /** RIFF chunks: the canvas (VP8X), frames of an animation (ANMF) and the pictures themselves each have a size. */
    private void webp(int from, int to) {
        long at = from;
        while (at + 8 <= to) {
            int body = (int) at + 8;
            long size = file.getInt(body - 4) & 0xffffffffL;
            switch (file.getInt(body - 8)) {
                case 0x20385056 -> found(file.getShort(body + 6) & 0x3fff, file.getShort(body + 8) & 0x3fff);
                case 0x4c385056 -> found((file.getInt(body + 1) & 0x3fff) + 1, (file.getInt(body + 1) >> 14 & 0x3fff) + 1);
                case 0x58385056 -> found(threeBytes(body + 4) + 1, threeBytes(body + 7) + 1);
                case 0x464d4e41 -> {
                    found(threeBytes(body + 6) + 1, threeBytes(body + 9) + 1);
                    webp(body + 16, (int) Math.min(to, body + size));
                }
                default -> { }
            }
            at = body + size + (size & 1);
        }
    }

    private int threeBytes(int at) {
        return file.get(at) & 255 | (file.get(at + 1) & 255) << 8 | (file.get(at + 2) & 255) << 16;
    }

    /** Directories of entries; together they cannot hold more than the file. */
    private void tiff() {
        file.order(file.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var directories = new ArrayDeque<Integer>();
        directories.add(file.getInt(4));
        long claimed = 0;
        for (int visited = 0; !directories.isEmpty(); visited++) {
            int at = directories.remove();
            int entries = file.getShort(at) & 0xffff;
            if (visited == MAX_DIRECTORIES || entries > MAX_ENTRIES) {
                throw new PictureException.Corrupt(format, "it has too many directories or entries", null);
            }
            for (int entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
                claimed += (file.getInt(entry + 4) & 0xffffffffL) * TIFF_TYPE_BYTES.getOrDefault(file.getShort(entry + 2) & 0xffff, 1);
                if (claimed > file.capacity()) {
                    throw new PictureException.Corrupt(format, "its directories claim more bytes than it has", null);
                }
                tiffEntry(entry, directories);
            }
            int next = file.getInt(at + 2 + 12 * entries);
            if (next != 0) {
                directories.add(next);
            }
        }
    }

    private void tiffEntry(int entry, ArrayDeque<Integer> directories) {
        int tag = file.getShort(entry) & 0xffff;
        int count = file.getInt(entry + 4);
        if (TIFF_SIZES.contains(tag)) {
            long side = file.getShort(entry + 2) == 3 ? file.getShort(entry + 8) & 0xffff : file.getInt(entry + 8) & 0xffffffffL;
            if (side > PictureDecoder.MAX_SIDE) {
                throw new PictureException.TooLarge(format, side, 1, PictureDecoder.MAX_SIDE);
            }
        } else if (TIFF_POINTERS.contains(tag)) {
            for (int i = 0; i < Math.min(count, MAX_DIRECTORIES); i++) {
                directories.add(count == 1 ? file.getInt(entry + 8) : file.getInt(file.getInt(entry + 8) + 4 * i));
            }
        }
    }

    /** A bitmap may be a wrapper around a JPEG or PNG of any size. */
    private void bmp() {
        if (file.getInt(14) >= 40 && (file.getInt(30) == 4 || file.getInt(30) == 5)) {
            throw new PictureException.Unsupported("a BMP file with another file inside");
        }
    }

    /** A progressive picture is refined scan by scan, all of it each time. */
    private void jpeg() {
        int scans = 0;
        for (int at = 0; at + 1 < file.capacity(); at++) {
            if (file.get(at) == (byte) 0xff && file.get(at + 1) == (byte) 0xda && ++scans > MAX_SCANS) {
                throw new PictureException.Corrupt(format, "it has more than " + MAX_SCANS + " scans", null);
            }
        }
    }
}
