package org.digitlens.decoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.digitlens.imaging.Pictures;
import org.digitlens.imaging.Picture;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

class OrientationTest {

    /** A picture of two rows, 1 2 3 and 4 5 6, as stored; what a viewer must show for each tag. */
    @ParameterizedTest
    @CsvSource({"1, 123456", "2, 321654", "3, 654321", "4, 456123", "5, 142536", "6, 415263", "7, 635241", "8, 362514"})
    void showsThePictureUpright(int tag, String shown) {
        var stored = new Picture(3, 2, new int[] {1, 2, 3, 4, 5, 6}, 1);
        Picture upright = new Orientation(tag).apply(stored);
        assertArrayEquals(shown.chars().map(c -> c - '0').toArray(), upright.rgb());
        assertEquals(tag < 5 ? 3 : 2, upright.width());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void obeysTheTagInAJpeg(int tag) {
        byte[] plain = InkPainter.encode(InkPainter.canvas(64).paint(Ink.seven()), "jpeg");
        Picture expected = new Orientation(tag).apply(Pictures.decoder().decode(plain));
        assertArrayEquals(expected.rgb(), Pictures.decoder().decode(tagged(plain, tag)).rgb());
    }

    /** The file with an APP1 segment behind its first two bytes: a TIFF header and one IFD entry, 0x0112. */
    private static byte[] tagged(byte[] jpeg, int tag) {
        int[] exif = {0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, tag, 0, 0, 0, 0, 0, 0};
        return IntStream.concat(IntStream.concat(IntStream.of(0xff, 0xd8), IntStream.of(exif)),
            IntStream.range(2, jpeg.length).map(i -> jpeg[i])).collect(java.io.ByteArrayOutputStream::new,
            (out, value) -> out.write(value), (a, b) -> { }).toByteArray();
    }
}
