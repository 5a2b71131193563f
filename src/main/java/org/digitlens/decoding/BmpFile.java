package org.digitlens.decoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The header of a BMP file: its sizes, and that it is no wrapper around something else. */
final class BmpFile {

    private static final int OLD_HEADER = 12;
    private static final int MAX_HEADER = 124;
    private static final int JPEG_INSIDE = 4;
    private static final int PNG_INSIDE = 5;

    private BmpFile() { }

    static PictureFile read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = file.getInt(14);
        if (header < OLD_HEADER || header > MAX_HEADER) {
            throw new PictureException.Corrupt(PictureFormat.BMP, "its header has " + header + " bytes", null);
        }
        if (header == OLD_HEADER) {
            return new PictureFile(file.getShort(18) & 0xffff, file.getShort(20) & 0xffff, Optional.empty(), bytes);
        }
        if (header >= 40) {
            int compression = file.getInt(30);
            int colours = file.getInt(46);
            if (compression == JPEG_INSIDE || compression == PNG_INSIDE) {
                throw new PictureException.Unsupported("a BMP file with another file inside");
            }
            if (colours < 0 || colours > 256) {
                throw new PictureException.Corrupt(PictureFormat.BMP, "its palette has " + (colours & 0xffffffffL) + " colours", null);
            }
        }
        int height = file.getInt(22); // negative: from the top down
        return new PictureFile(file.getInt(18), height == Integer.MIN_VALUE ? -1 : Math.abs(height), Optional.empty(), bytes);
    }
}
