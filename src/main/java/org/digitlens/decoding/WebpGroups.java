package org.digitlens.decoding;

/**
 * How many groups of prefix codes a lossless WebP picture has (RFC 9649, 3): one more than the largest number in its entropy
 * image. A reader builds tables for all of them, used or not, before it comes to the pixels. Copied and cached numbers are
 * earlier literal ones, so that those alone are looked at.
 */
final class WebpGroups {

    private static final int[] ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int LONGEST = 15;

    private final byte[] file;
    private final long end;
    private long at;

    /**
     * @param from where the transforms begin, past the header
     * @param to   where the picture ends
     */
    WebpGroups(byte[] file, int from, int to) {
        this.file = file;
        at = 8L * from;
        end = 8L * to;
    }

    /** The number of groups; 1 where there is no entropy image. */
    int count(int width, int height) {
        int packedWidth = width;
        int seen = 0;
        while (bits(1) == 1) {
            int transform = bits(2);
            require((seen >> transform & 1) == 0);
            seen |= 1 << transform;
            if (transform == 3) {
                int colours = bits(8) + 1;
                largest(colours, 1);
                packedWidth = blocks(packedWidth, colours <= 2 ? 3 : colours <= 4 ? 2 : colours <= 16 ? 1 : 0);
            } else if (transform != 2) {
                int size = bits(3) + 2;
                largest(blocks(packedWidth, size), blocks(height, size));
            }
        }
        if (bits(1) == 1) {
            bits(4); // the colour cache's size
        }
        if (bits(1) == 0) {
            return 1;
        }
        int size = bits(3) + 2;
        return 1 + largest(blocks(packedWidth, size), blocks(height, size));
    }

    private static int blocks(int pixels, int bits) {
        return (pixels + (1 << bits) - 1) >> bits;
    }

    /** Reads an image that is part of the picture; the largest of its numbers of red and green. */
    private int largest(int width, int height) {
        int cache = bits(1) == 1 ? 1 << bits(4) : 0;
        Code[] codes = {code(280 + cache), code(256), code(256), code(256), code(40)};
        int largest = 0;
        for (int left = width * height; left > 0;) {
            int green = codes[0].next();
            if (green >= 256 && green < 280) {
                left -= number(green - 256);
                number(codes[4].next());
                continue;
            }
            left--;
            if (green < 256) {
                largest = Math.max(largest, codes[1].next() << 8 | green);
                codes[2].next();
                codes[3].next();
            }
        }
        return largest;
    }

    /** A length or distance. */
    private int number(int prefix) {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extra = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extra) + bits(extra) + 1;
    }

    private Code code(int symbols) {
        var lengths = new int[symbols];
        if (bits(1) == 1) {
            boolean two = bits(1) == 1;
            int first = bits(bits(1) == 0 ? 1 : 8);
            lengths[first] = 1;
            if (two) {
                int second = bits(8);
                require(second != first);
                lengths[second] = 1;
            }
            return new Code(lengths);
        }
        var ofLengths = new int[ORDER.length];
        for (int i = 0, n = 4 + bits(4); i < n; i++) {
            ofLengths[ORDER[i]] = bits(3);
        }
        var code = new Code(ofLengths);
        int left = bits(1) == 0 ? symbols : 2 + bits(2 + 2 * bits(3));
        require(left <= symbols);
        int previous = 8;
        for (int i = 0; i < symbols && left > 0; left--) {
            int length = code.next();
            int times = length <= LONGEST ? 1 : length == 16 ? 3 + bits(2) : length == 17 ? 3 + bits(3) : 11 + bits(7);
            int each = length <= LONGEST ? length : length == 16 ? previous : 0;
            previous = each == 0 ? previous : each;
            for (; times > 0; times--) {
                lengths[i++] = each;
            }
        }
        return new Code(lengths);
    }

    private int bits(int count) {
        require(at + count <= end);
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            value |= (file[(int) (at >> 3)] >> (at & 7) & 1) << i;
        }
        return value;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new PictureException.Corrupt(PictureFormat.WEBP, "its prefix codes are damaged or incomplete", null);
        }
    }

    /** A complete canonical prefix code, or one of a single symbol, which takes no bits. */
    private final class Code {

        private final int[] counts = new int[LONGEST + 1];
        private final int[] symbols;

        Code(int[] lengths) {
            int used = 0;
            int room = 1 << LONGEST;
            symbols = new int[lengths.length];
            for (int length = 1; length <= LONGEST; length++) {
                for (int symbol = 0; symbol < lengths.length; symbol++) {
                    if (lengths[symbol] == length) {
                        counts[length]++;
                        symbols[used++] = symbol;
                        room -= 1 << LONGEST - length;
                    }
                }
            }
            require(used == 1 || used > 1 && room == 0);
            if (used == 1) {
                counts[0] = 1;
            }
        }

        int next() {
            if (counts[0] == 1) {
                return symbols[0];
            }
            int code = 0;
            int first = 0;
            int index = 0;
            for (int length = 1;; length++) { // ends since the code is complete
                code |= bits(1);
                if (code - counts[length] < first) {
                    return symbols[index + code - first];
                }
                index += counts[length];
                first = first + counts[length] << 1;
                code <<= 1;
            }
        }
    }
}
