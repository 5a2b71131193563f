package org.digitlens.decoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflateTest {

    @ParameterizedTest(name = "level {0}, strategy {1}")
    @CsvSource({"0, 0", "1, 0", "6, 0", "9, 0", "6, 1", "6, 2"})
    void unpacksWhatTheJdkPacked(int level, int strategy) throws IOException {
        var random = new Random(level * 3L + strategy);
        for (int size : new int[] {1, 2, 100, 5_000, 70_000, 131_071, 131_072, 500_000}) {
            for (int variety : new int[] {1, 2, 4, 40, 256}) {
                byte[] data = data(random, size, variety);
                byte[] packed = packed(data, level, strategy);
                var unpacked = new byte[size];
                var inflate = new Inflate(padded(packed), packed.length, Deadline.in(60));
                for (int at = 0; at < size;) { // in pieces of any size
                    int count = Math.min(size - at, 1 + random.nextInt(40_000));
                    inflate.read(unpacked, at, count);
                    at += count;
                }
                assertArrayEquals(data, unpacked, size + " bytes of " + variety + " values");
                assertThrows(IOException.class, () -> inflate.read(new byte[1], 0, 1), "there is no more");
            }
        }
    }

    @Test
    void findsOutThatTheEndIsMissing() {
        byte[] packed = packed(data(new Random(5), 20_000, 40), 6, 0);
        for (int length = 0; length < packed.length - 5; length += 37) {
            int cut = length;
            assertThrows(IOException.class, () -> new Inflate(padded(Arrays.copyOf(packed, cut)), cut, Deadline.in(60)).read(new byte[20_000], 0, 20_000));
        }
    }

    @Test
    void endsWithAnOrderlyFailureOnAnyDamage() {
        var random = new Random(11);
        byte[] packed = packed(data(random, 20_000, 40), 6, 0);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = padded(packed);
            for (int k = 0; k <= random.nextInt(5); k++) {
                damaged[random.nextInt(packed.length)] = (byte) random.nextInt();
            }
            try {
                new Inflate(damaged, packed.length, Deadline.in(60)).read(new byte[20_000], 0, 20_000);
            } catch (IOException expected) {
                continue; // any other exception fails the test
            }
        }
    }

    /** Runs and repetitions of earlier parts among random bytes, as pictures have them. */
    private static byte[] data(Random random, int size, int variety) {
        var data = new byte[size];
        for (int at = 0; at < size;) {
            int count = Math.min(size - at, 1 + random.nextInt(random.nextBoolean() ? 8 : 600));
            int kind = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                int back = 1 + random.nextInt(4);
                data[at + i] = kind == 0 || at + i < 40_000 && at + i < back ? (byte) random.nextInt(variety)
                    : kind == 1 ? data[at + i - back * (back > at + i ? 0 : 1)] : data[(at + i) / 2];
            }
            at += count;
        }
        return data;
    }

    private static byte[] packed(byte[] data, int level, int strategy) {
        var deflater = new Deflater(level);
        deflater.setStrategy(strategy);
        deflater.setInput(data);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[65536];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] padded(byte[] packed) {
        return Arrays.copyOf(packed, packed.length + 8);
    }
}
