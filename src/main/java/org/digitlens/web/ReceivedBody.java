package org.digitlens.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * A request's body in memory, in pieces, so that it takes no more than what has come, whatever length was declared. Written
 * by one thread, and read once by another after that; what has been read is let go of.
 */
final class ReceivedBody {

    private static final int SMALLEST_PIECE = 8192;
    private static final int LARGEST_PIECE = 1 << 18;

    private final ArrayDeque<byte[]> pieces = new ArrayDeque<>();
    private long size;
    private int free; // bytes of the last piece that are not used yet

    /** In bytes. */
    long size() {
        return size;
    }

    void append(byte[] bytes, int length) {
        int taken = 0;
        while (taken < length) {
            if (free == 0) {
                free = (int) Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, size));
                pieces.add(new byte[free]);
            }
            byte[] last = pieces.getLast();
            int copied = Math.min(free, length - taken);
            System.arraycopy(bytes, taken, last, last.length - free, copied);
            free -= copied;
            taken += copied;
            size += copied;
        }
    }

    /** Shows all bytes to somebody, in order, until that wants no more. */
    void scan(BytePredicate eye) {
        long left = size;
        for (byte[] piece : pieces) {
            int length = (int) Math.min(left, piece.length);
            left -= length;
            for (int i = 0; i < length; i++) {
                if (!eye.test(piece[i])) {
                    return;
                }
            }
        }
    }

    /** Sees a byte, and says whether it wants the next one. */
    @FunctionalInterface
    interface BytePredicate {
        boolean test(byte value);
    }

    /** Lets go of everything. */
    void clear() {
        pieces.clear();
        size = 0;
        free = 0;
    }

    /** The body's bytes, which can be read once. */
    InputStream stream() {
        return new InputStream() {

            private int at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Objects.checkFromIndexSize(offset, length, target.length);
                if (length == 0 || size == 0) {
                    return length == 0 ? 0 : -1;
                }
                byte[] piece = pieces.getFirst();
                int read = (int) Math.min(Math.min(length, piece.length - at), size);
                System.arraycopy(piece, at, target, offset, read);
                at += read;
                size -= read;
                if (at == piece.length || size == 0) {
                    pieces.removeFirst();
                    at = 0;
                }
                return read;
            }

            @Override
            public int available() {
                return (int) Math.min(Integer.MAX_VALUE, size);
            }
        };
    }
}
