package org.digitlens.decoding;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Unpacks zlib's format (RFC 1950, RFC 1951). Drawings are mostly long repetitions, which are filled here at the speed of
 * memory; the JDK's inflater copies them byte by byte. The checksum at the end is not read: a
 * PNG that ends early is found by its missing rows.
 */
final class Inflate {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HISTORY = 1 << 15;
    private static final int AHEAD = HISTORY;
    private static final int LONGEST = 258;
    private static final int END = 256;
    private static final int[] LENGTHS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99,
        115, 131, 163, 195, 227, 258};
    private static final int[] LENGTH_BITS = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
    private static final int[] DISTANCES = {1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025,
        1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final byte[] input;
    private final int end;
    private final Deadline deadline;
    private int position;
    private long bits;
    private int bitCount;

    private final byte[] window = new byte[HISTORY + AHEAD + LONGEST];
    private int written;
    private int taken;

    private boolean last;
    private int stored;
    private Huffman literals;
    private Huffman distances;

    /**
     * @param input  packed, with at least 8 bytes to spare behind it
     * @param length bytes of input, the spare ones not counted
     */
    Inflate(byte[] input, int length, Deadline deadline) throws IOException {
        this.input = input;
        end = length;
        this.deadline = deadline;
        int method = take(8);
        int flags = take(8);
        if ((method & 15) != 8 || (method << 8 | flags) % 31 != 0 || (flags & 32) != 0) {
            throw new IOException("not in zlib's format");
        }
    }

    /** Unpacks exactly so many bytes. */
    void read(byte[] target, int offset, int length) throws IOException {
        int filled = 0;
        while (filled < length) {
            if (taken == written) {
                produce();
            }
            int count = Math.min(length - filled, written - taken);
            System.arraycopy(window, taken, target, offset + filled, count);
            taken += count;
            filled += count;
        }
    }

    /** Unpacks until the window is full or a block ends; at least one byte. */
    private void produce() throws IOException {
        if (written >= HISTORY + AHEAD) {
            System.arraycopy(window, written - HISTORY, window, 0, HISTORY);
            written = HISTORY;
            taken = HISTORY;
        }
        while (written == taken) {
            if (stored == 0 && literals == null) {
                beginBlock();
            }
            if (stored > 0) {
                copyStored();
            } else if (literals != null) {
                decode();
            }
            if (position - (bitCount >> 3) > end) {
                throw new IOException("the data ends early");
            }
        }
    }

    private void beginBlock() throws IOException {
        if (last) {
            throw new IOException("the data ends early");
        }
        deadline.check(); // blocks may be empty, and each brings its own codes
        last = take(1) == 1;
        switch (take(2)) {
            case 0 -> {
                take(bitCount & 7);
                stored = take(16);
                if ((take(16) ^ 0xffff) != stored) {
                    throw new IOException("a stored block is damaged");
                }
                position -= bitCount >> 3; // what was read ahead is copied from the input
                bits = 0;
                bitCount = 0;
            }
            case 1 -> {
                var lengths = new byte[288 + 30];
                Arrays.fill(lengths, 0, 144, (byte) 8);
                Arrays.fill(lengths, 144, 256, (byte) 9);
                Arrays.fill(lengths, 256, 280, (byte) 7);
                Arrays.fill(lengths, 280, 288, (byte) 8);
                Arrays.fill(lengths, 288, 318, (byte) 5);
                literals = new Huffman(lengths, 0, 288);
                distances = new Huffman(lengths, 288, 30);
            }
            case 2 -> readCodes();
            default -> throw new IOException("unknown kind of block");
        }
    }

    private void readCodes() throws IOException {
        int literalCount = take(5) + 257;
        int distanceCount = take(5) + 1;
        int orderCount = take(4) + 4;
        var orders = new byte[19];
        for (int i = 0; i < orderCount; i++) {
            orders[ORDER[i]] = (byte) take(3);
        }
        var code = new Huffman(orders, 0, 19);
        var lengths = new byte[literalCount + distanceCount];
        for (int i = 0; i < lengths.length;) {
            int symbol = symbol(code);
            if (symbol < 16) {
                lengths[i++] = (byte) symbol;
                continue;
            }
            int repeat = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
            if (i + repeat > lengths.length || symbol == 16 && i == 0) {
                throw new IOException("code lengths are damaged");
            }
            Arrays.fill(lengths, i, i + repeat, symbol == 16 ? lengths[i - 1] : 0);
            i += repeat;
        }
        literals = new Huffman(lengths, 0, literalCount);
        distances = new Huffman(lengths, literalCount, distanceCount);
    }

    private void copyStored() throws IOException {
        int count = Math.min(Math.min(stored, HISTORY + AHEAD - written), end - position);
        if (count <= 0) {
            throw new IOException("the data ends early");
        }
        System.arraycopy(input, position, window, written, count);
        position += count;
        written += count;
        stored -= count;
    }

    private void decode() throws IOException {
        while (written < HISTORY + AHEAD) {
            int symbol = symbol(literals);
            if (symbol < END) {
                window[written++] = (byte) symbol;
            } else if (symbol == END) {
                literals = null;
                return;
            } else {
                repeat(symbol - END - 1);
            }
        }
    }

    private void repeat(int lengthCode) throws IOException {
        if (lengthCode >= LENGTHS.length) {
            throw new IOException("unknown length");
        }
        int length = LENGTHS[lengthCode] + take(LENGTH_BITS[lengthCode]);
        int distanceCode = symbol(distances);
        if (distanceCode >= DISTANCES.length) {
            throw new IOException("unknown distance");
        }
        int distance = DISTANCES[distanceCode] + take(Math.max(0, distanceCode / 2 - 1));
        int from = written - distance;
        if (from < 0) {
            throw new IOException("a distance leads before the beginning");
        }
        if (distance == 1) {
            Arrays.fill(window, written, written + length, window[from]);
        } else {
            for (int copied = 0; copied < length;) { // what has been copied is copied along, so steps double
                int count = Math.min(distance + copied, length - copied);
                System.arraycopy(window, from, window, written + copied, count);
                copied += count;
            }
        }
        written += length;
    }

    private int symbol(Huffman code) throws IOException {
        refill();
        int found = code.find(bits);
        int length = found & 15;
        bits >>>= length;
        bitCount -= length;
        return found >>> 4;
    }

    private int take(int count) throws IOException {
        refill();
        int value = (int) (bits & (1L << count) - 1);
        bits >>>= count;
        bitCount -= count;
        return value;
    }

    /** At least 48 bits, which is more than any symbol with its extra bits takes. Zeros follow the end of the input. */
    private void refill() throws IOException {
        if (bitCount < 48) {
            if (position <= end) {
                bits |= (long) WORD.get(input, position) << bitCount;
            } else if (position - (bitCount >> 3) > end) {
                throw new IOException("the data ends early");
            }
            position += 63 - bitCount >> 3;
            bitCount |= 56;
        }
    }
}
