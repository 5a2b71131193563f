package org.digitlens.decoding;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The blocks of a GIF file (GIF89a) up to the end of its first frame; of those before it, only what makes it transparent. */
final class GifFile {

    private static final int MAX_BLOCKS = 1_000;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private GifFile() { }

    static PictureFile read(byte[] file) {
        int at = 13 + palette(file[10]);
        var kept = new ByteArrayOutputStream(file.length + 2);
        kept.write(file, 0, at);
        for (int blocks = 0; blocks < MAX_BLOCKS; blocks++) {
            if (file[at] == IMAGE) {
                return frame(file, at, kept);
            } else if (file[at] != EXTENSION) {
                throw new PictureException.Corrupt(PictureFormat.GIF, "there is no picture in it", null);
            }
            int end = subBlocks(file, at + 2);
            if ((file[at + 1] & 255) == GRAPHIC_CONTROL) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        throw new PictureException.Corrupt(PictureFormat.GIF, "it has more than " + MAX_BLOCKS + " blocks before its first frame", null);
    }

    private static PictureFile frame(byte[] file, int at, ByteArrayOutputStream kept) {
        int width = word(file, at + 5);
        int height = word(file, at + 7);
        int data = at + 10 + palette(file[at + 9]) + 1;
        int end = data;
        while (end < file.length && file[end] != 0) {
            end += 1 + (file[end] & 255);
        }
        kept.write(file, at, Math.min(end, file.length) - at);
        kept.write(0);
        kept.write(TRAILER);
        return new PictureFile(width, height, Optional.empty(), kept.toByteArray());
    }

    /** Bytes of the palette that a packed field announces. */
    private static int palette(byte packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1;
    }

    private static int subBlocks(byte[] file, int from) {
        int at = from;
        while (file[at] != 0) {
            at += 1 + (file[at] & 255);
        }
        return at + 1;
    }

    private static int word(byte[] file, int at) {
        return file[at] & 255 | (file[at + 1] & 255) << 8;
    }
}
