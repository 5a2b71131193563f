package org.digitlens.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds its way in a TIFF file, to change it. */
final class TiffBytes {

    private TiffBytes() { }

    /** Where a directory begins. */
    static int directory(byte[] tiff, int index) {
        ByteBuffer file = buffer(tiff);
        int at = file.getInt(4);
        for (int i = 0; i < index; i++) {
            at = file.getInt(at + 2 + 12 * file.getShort(at));
        }
        return at;
    }

    /** Where an entry begins. */
    static int entry(byte[] tiff, int directory, int tag) {
        ByteBuffer file = buffer(tiff);
        for (int at = directory + 2;; at += 12) {
            if ((file.getShort(at) & 0xffff) == tag) {
                return at;
            }
        }
    }

    static void setShort(byte[] tiff, int at, int value) {
        buffer(tiff).putShort(at, (short) value);
    }

    static void setInt(byte[] tiff, int at, int value) {
        buffer(tiff).putInt(at, value);
    }

    private static ByteBuffer buffer(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
}
