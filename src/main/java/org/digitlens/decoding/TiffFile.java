package org.digitlens.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directories of a TIFF file (TIFF 6.0, section 2): one a page, and what they point to. Together they cannot hold more than
 * the file; no part may be larger than its page. Colour profiles are taken out; other metadata is never looked at.
 */
final class TiffFile {

    private static final int MAX_ENTRIES = 500;
    private static final int MAX_DIRECTORIES = 1_000;
    private static final int MAX_SAMPLES = 5;
    private static final int MAX_BITS = 32;
    private static final int SHORT = 3;
    private static final int COLOUR_PROFILE = 34675;
    private static final int UNKNOWN = 65000;
    private static final Map<Integer, Integer> TYPE_BYTES = Map.ofEntries(Map.entry(1, 1), Map.entry(2, 1), Map.entry(3, 2),
        Map.entry(4, 4), Map.entry(5, 8), Map.entry(6, 1), Map.entry(7, 1), Map.entry(8, 2), Map.entry(9, 4), Map.entry(10, 8),
        Map.entry(11, 4), Map.entry(12, 8), Map.entry(13, 4));
    private static final Set<Integer> SUB_DIRECTORIES = Set.of(330, 34665, 34853, 40965);

    private final byte[] bytes;
    private final ByteBuffer file;
    private final List<TiffPage> pages = new ArrayList<>();
    private final Set<Integer> visited = new HashSet<>();
    private long claimed;

    TiffFile(byte[] original) {
        bytes = original.clone();
        file = ByteBuffer.wrap(bytes).order(bytes[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int at = file.getInt(4);
        for (int index = 0; at != 0; index++) {
            var page = new TiffPage(index, Exif.orientation(file, at).orElse(Orientation.UPRIGHT));
            var below = new ArrayDeque<Integer>();
            at = directory(at, page, below);
            while (!below.isEmpty()) {
                directory(below.remove(), null, below);
            }
            if (!page.isThumbnail() || pages.isEmpty() && at == 0) {
                pages.add(page);
            }
        }
        JpegsInside.check(bytes, pages);
    }

    int pages() {
        return pages.size();
    }

    PictureFile page(int index) {
        TiffPage page = pages.get(index);
        return new PictureFile(page.width(), page.height(), page.orientation(), bytes, page.index());
    }

    /** Reads a directory, of a page or below one (then without a page), and says where the next one is; 0 for none. */
    private int directory(int at, TiffPage page, ArrayDeque<Integer> below) {
        int entries = file.getShort(at) & 0xffff;
        if (visited.size() == MAX_DIRECTORIES || entries > MAX_ENTRIES || !visited.add(at)) {
            throw corrupt("it has too many directories or entries, or they go in a circle");
        }
        for (int entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
            claimed += (file.getInt(entry + 4) & 0xffffffffL) * TYPE_BYTES.getOrDefault(file.getShort(entry + 2) & 0xffff, 1);
            if (claimed > file.capacity()) {
                throw corrupt("its directories claim more bytes than it has");
            }
            entry(entry, page, below);
        }
        return file.getInt(at + 2 + 12 * entries);
    }

    private void entry(int entry, TiffPage page, ArrayDeque<Integer> below) {
        int tag = file.getShort(entry) & 0xffff;
        if (SUB_DIRECTORIES.contains(tag)) {
            int count = file.getInt(entry + 4);
            for (int i = 0; i < Math.min(count, MAX_DIRECTORIES); i++) {
                below.add(count == 1 ? file.getInt(entry + 8) : file.getInt(file.getInt(entry + 8) + 4 * i));
            }
        } else if (tag == COLOUR_PROFILE) {
            file.putShort(entry, (short) UNKNOWN);
        }
        long value = number(entry, 0);
        switch (tag) {
            case 254 -> {
                if (page != null) {
                    page.setKind(value);
                }
            }
            case 256, 322 -> side(page, value, 0);
            case 257, 323 -> side(page, 0, value);
            case 258 -> bits(entry);
            case 277 -> atMost(MAX_SAMPLES, value, "samples a pixel");
            default -> { }
        }
    }

    private void bits(int entry) {
        for (int i = 0; i < Math.min(file.getInt(entry + 4), MAX_SAMPLES); i++) {
            atMost(MAX_BITS, number(entry, i), "bits a sample");
        }
    }

    private void side(TiffPage page, long width, long height) {
        if (Math.max(width, height) > PictureDecoder.MAX_SIDE) {
            throw new PictureException.TooLarge(PictureFormat.TIFF, Math.max(1, width), Math.max(1, height), PictureDecoder.MAX_SIDE);
        }
        if (page != null) {
            page.grow((int) width, (int) height);
        }
    }

    /** One of an entry's numbers, which stand in the entry itself when they fit into four bytes. */
    private long number(int entry, int index) {
        boolean isShort = file.getShort(entry + 2) == SHORT;
        int from = file.getInt(entry + 4) * (isShort ? 2L : 4L) <= 4 ? entry + 8 : file.getInt(entry + 8);
        return isShort ? file.getShort(from + 2 * index) & 0xffff : file.getInt(from + 4 * index) & 0xffffffffL;
    }

    private static void atMost(int most, long found, String what) {
        if (found > most) {
            throw corrupt("it has " + found + " " + what);
        }
    }

    private static PictureException corrupt(String reason) {
        return new PictureException.Corrupt(PictureFormat.TIFF, reason, null);
    }
}
