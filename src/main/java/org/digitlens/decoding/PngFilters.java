package org.digitlens.decoding;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Undoes what a PNG's writer did to each row to make it compress better (W3C PNG, 9). In drawings most rows differ from
 * the row above by nothing at all, so that case is told apart first.
 */
final class PngFilters {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private final int step;
    private final byte[] zeros;

    /**
     * @param step   distance in bytes to the pixel on the left
     * @param length of a row in bytes, the filter's name in front included
     */
    PngFilters(int step, int length) {
        this.step = step;
        this.zeros = new byte[length];
    }

    /**
     * Undoes a row's filter in place.
     *
     * @param rows unfiltered so far; the row above lies just before this one
     * @param at   of the byte that names the filter
     */
    void undo(byte[] rows, int at) throws IOException {
        int from = at + 1;
        int to = at + zeros.length;
        boolean zero = Arrays.equals(rows, from, to, zeros, 1, zeros.length);
        switch (rows[at]) {
            case 0 -> { }
            case 1 -> {
                if (!zero) {
                    left(rows, from, to);
                }
            }
            case 2 -> above(rows, from, to, zero);
            case 3 -> average(rows, from, to);
            case 4 -> {
                if (zero) {
                    above(rows, from, to, true); // which is what Paeth's predictor comes to then
                } else {
                    paeth(rows, from, to);
                }
            }
            default -> throw new IOException("unknown filter " + rows[at]);
        }
    }

    private void left(byte[] rows, int from, int to) {
        if (step == Integer.BYTES) {
            int left = 0;
            for (int i = from; i < to; i += Integer.BYTES) {
                left = (int) sum(left, (int) INT.get(rows, i));
                INT.set(rows, i, left);
            }
        } else {
            for (int i = from + step; i < to; i++) {
                rows[i] += rows[i - step];
            }
        }
    }

    private void above(byte[] rows, int from, int to, boolean zero) {
        if (zero) {
            System.arraycopy(rows, from - zeros.length, rows, from, to - from);
        } else {
            int i = from;
            for (; i + Long.BYTES <= to; i += Long.BYTES) {
                LONG.set(rows, i, sum((long) LONG.get(rows, i), (long) LONG.get(rows, i - zeros.length)));
            }
            for (; i < to; i++) {
                rows[i] += rows[i - zeros.length];
            }
        }
    }

    /** Adds eight bytes at once, each without a carry into the next. */
    private static long sum(long a, long b) {
        return (a & LOW_BITS) + (b & LOW_BITS) ^ (a ^ b) & ~LOW_BITS;
    }

    private void average(byte[] rows, int from, int to) {
        for (int i = from; i < to; i++) {
            int left = i - step < from ? 0 : rows[i - step] & 255;
            rows[i] += (byte) (left + (rows[i - zeros.length] & 255) >> 1);
        }
    }

    private void paeth(byte[] rows, int from, int to) {
        int above = -zeros.length;
        for (int i = from; i < Math.min(from + step, to); i++) {
            rows[i] += rows[i + above];
        }
        for (int i = from + step; i < to; i++) {
            rows[i] += (byte) paeth(rows[i - step] & 255, rows[i + above] & 255, rows[i + above - step] & 255);
        }
    }

    private static int paeth(int left, int above, int corner) {
        int toLeft = Math.abs(above - corner);
        int toAbove = Math.abs(left - corner);
        int toCorner = Math.abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
