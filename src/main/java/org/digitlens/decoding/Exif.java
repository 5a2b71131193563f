package org.digitlens.decoding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The one thing that is read of a camera's notes: how it was held. Nothing else of them is looked at. */
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int MAX_ENTRIES = 500;

    private Exif() { }

    /** The orientation in a block of EXIF, which is built like a TIFF file; empty where it says nothing sensible. */
    static Optional<Orientation> orientation(byte[] file, int from, int length) {
        try {
            ByteBuffer exif = ByteBuffer.wrap(file).slice(from, length);
            exif.order(exif.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            return orientation(exif, exif.getInt(4));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) { // damaged notes are no reason to refuse a picture
            return Optional.empty();
        }
    }

    /** The orientation in the directory that begins at {@code at}. */
    static Optional<Orientation> orientation(ByteBuffer tiff, int at) {
        int entries = Math.min(MAX_ENTRIES, tiff.getShort(at) & 0xffff);
        for (int entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                int tag = tiff.getShort(entry + 8);
                return tag < 1 || tag > 8 ? Optional.empty() : Optional.of(new Orientation(tag));
            }
        }
        return Optional.empty();
    }
}
