package org.digitlens.decoding;

import java.io.IOException;

/** A canonical prefix code: short ones are looked up at once, long ones length by length. */
final class Huffman {

    private static final int FAST = 10;

    private final short[] fast = new short[1 << FAST];
    private final int[] counts = new int[16];
    private final short[] symbols;

    Huffman(byte[] lengths, int from, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            counts[lengths[from + i]]++;
        }
        counts[0] = 0;
        var next = new int[16];
        var starts = new int[16];
        for (int length = 1, code = 0, start = 0; length < 16; length++) {
            code = code + counts[length - 1] << 1;
            next[length] = code;
            starts[length] = start;
            start += counts[length];
            if (code + counts[length] > 1 << length) {
                throw new IOException("a code has too many symbols");
            }
        }
        symbols = new short[count];
        for (int i = 0; i < count; i++) {
            int length = lengths[from + i];
            if (length > 0) {
                symbols[starts[length]++] = (short) i;
                int reversed = Integer.reverse(next[length]++) >>> 32 - length;
                for (int entry = reversed; length <= FAST && entry < fast.length; entry += 1 << length) {
                    fast[entry] = (short) (i << 4 | length);
                }
            }
        }
    }

    /** The symbol that the lowest bits begin with, times 16, plus the number of its bits. */
    int find(long bits) throws IOException {
        int entry = fast[(int) bits & fast.length - 1];
        return entry != 0 ? entry : findLong(bits);
    }

    private int findLong(long bits) throws IOException {
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length < 16; length++) {
            code |= (int) (bits >>> length - 1) & 1;
            if (code - first < counts[length]) {
                return symbols[index + code - first] << 4 | length;
            }
            index += counts[length];
            first = first + counts[length] << 1;
            code <<= 1;
        }
        throw new IOException("a code has no symbol");
    }
}
