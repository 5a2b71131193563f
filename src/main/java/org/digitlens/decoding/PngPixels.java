package org.digitlens.decoding;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** How the bytes of a PNG's row become colours: its bit depth, colour type, palette and transparency. */
final class PngPixels {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;
    private static final int OPAQUE = 0xff000000;
    private static final VarHandle RGBA_WORD = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int depth;
    private final int type;
    private final int channels;
    private final int[] palette = new int[256];
    private int[] transparent;

    PngPixels(int depth, int type) throws IOException {
        this.depth = depth;
        this.type = type;
        channels = switch (type) {
            case GREY, PALETTE -> 1;
            case GREY_ALPHA -> 2;
            case RGB -> 3;
            case RGB_ALPHA -> 4;
            default -> throw new IOException("unknown colour type " + type);
        };
        boolean known = depth == 8 || depth == 16 && type != PALETTE
            || (depth == 1 || depth == 2 || depth == 4) && channels == 1;
        if (!known) {
            throw new IOException("unknown bit depth " + depth);
        }
        Arrays.fill(palette, OPAQUE);
    }

    int bitsPerPixel() {
        return depth * channels;
    }

    void palette(byte[] file, int at, int length) {
        for (int i = 0; i < Math.min(256, length / 3); i++) {
            palette[i] = palette[i] & OPAQUE | rgb(file, at + 3 * i, 1);
        }
    }

    /** One alpha a palette entry, or the one colour that is transparent. */
    void transparency(byte[] file, int at, int length) throws IOException {
        if (type == PALETTE) {
            for (int i = 0; i < Math.min(256, length); i++) {
                palette[i] = palette[i] & ~OPAQUE | file[at + i] << 24;
            }
        } else if (type == GREY || type == RGB) {
            if (length < 2 * channels) {
                throw new IOException("transparency is too short");
            }
            transparent = new int[channels];
            for (int c = 0; c < channels; c++) {
                transparent[c] = (file[at + 2 * c] & 255) << 8 | file[at + 2 * c + 1] & 255;
            }
        }
    }

    /** Writes the colours of a row that begins at {@code from}: {@code 0xAARRGGBB}, not premultiplied. */
    void unpack(byte[] row, int from, int[] argb, int offset, int width) {
        int sample = depth / 8;
        switch (depth < 8 ? -1 : type) {
            case GREY -> {
                for (int x = 0, at = from; x < width; x++, at += sample) {
                    argb[offset + x] = OPAQUE | (row[at] & 255) * 0x010101;
                }
            }
            case RGB -> {
                for (int x = 0, at = from; x < width; x++, at += 3 * sample) {
                    argb[offset + x] = OPAQUE | rgb(row, at, sample);
                }
            }
            case PALETTE -> {
                for (int x = 0; x < width; x++) {
                    argb[offset + x] = palette[row[from + x] & 255];
                }
            }
            case GREY_ALPHA -> {
                for (int x = 0, at = from; x < width; x++, at += 2 * sample) {
                    argb[offset + x] = row[at + sample] << 24 | (row[at] & 255) * 0x010101;
                }
            }
            case RGB_ALPHA -> {
                for (int x = 0, at = from; x < width; x++, at += 4 * sample) {
                    argb[offset + x] = sample == 1 ? Integer.rotateRight((int) RGBA_WORD.get(row, at), 8)
                        : row[at + 6] << 24 | rgb(row, at, 2);
                }
            }
            default -> unpackBits(row, from, argb, offset, width);
        }
        if (transparent != null && depth >= 8) {
            for (int x = 0, at = from; x < width; x++, at += channels * sample) {
                argb[offset + x] &= isTransparent(row, at, sample) ? ~OPAQUE : -1;
            }
        }
    }

    private void unpackBits(byte[] row, int from, int[] argb, int offset, int width) {
        int mask = (1 << depth) - 1;
        for (int x = 0; x < width; x++) {
            int bit = x * depth;
            int value = row[from + (bit >> 3)] >> 8 - depth - (bit & 7) & mask;
            if (type == PALETTE) {
                argb[offset + x] = palette[value];
            } else {
                boolean opaque = transparent == null || transparent[0] != value;
                argb[offset + x] = (opaque ? OPAQUE : 0) | value * 255 / mask * 0x010101;
            }
        }
    }

    private boolean isTransparent(byte[] row, int at, int sample) {
        for (int c = 0; c < channels; c++) {
            int value = row[at + c * sample] & 255;
            if (sample == 2) {
                value = value << 8 | row[at + 2 * c + 1] & 255;
            }
            if (value != transparent[c]) {
                return false;
            }
        }
        return true;
    }

    private static int rgb(byte[] row, int at, int sample) {
        return (row[at] & 255) << 16 | (row[at + sample] & 255) << 8 | row[at + 2 * sample] & 255;
    }
}
