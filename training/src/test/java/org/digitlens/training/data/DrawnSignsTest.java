package org.digitlens.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnSignsTest {

    @Test
    void theSeedFixesEveryPicture() {
        LabelledImages one = DrawnSigns.draw(Ink.letters(), 36, 1);
        assertArrayEquals(one.pixels(), DrawnSigns.draw(Ink.letters(), 36, 1).pixels());
        assertFalse(Arrays.equals(one.pixels(), DrawnSigns.draw(Ink.letters(), 36, 2).pixels()));
    }

    @Test
    void noTwoPicturesAreAlike() {
        LabelledImages images = DrawnSigns.draw(Ink.all(), 200, 1);
        long different = IntStream.range(0, images.size())
                .mapToObj(i -> Arrays.toString(Arrays.copyOfRange(images.pixels(), i * 784, (i + 1) * 784))).distinct().count();
        assertEquals(200, different);
    }

    @Test
    void isReadBackAsADataSetOfOnesOwn(@TempDir Path place) throws IOException {
        Path folder = place.resolve("letters");
        LabelledImages learning = DrawnSigns.draw(Ink.letters(), 60, 1);
        LabelledImages test = DrawnSigns.draw(Ink.letters(), 12, 2);
        DataFolderWriter.write(folder, learning, test);
        DataSet read = DataFolder.at(folder).training();
        assertEquals(List.of("A", "B", "E", "H", "K", "X"), read.images().names());
        assertArrayEquals(learning.pixels(), read.images().pixels());
        assertArrayEquals(learning.labels(), read.images().labels());
        assertEquals("letters", read.name());
        assertArrayEquals(test.pixels(), DataFolder.at(folder).test().images().pixels());
        assertEquals(5, Files.list(folder).count());
    }

    @Test
    void drawnLargeAndReadAgainAPictureStaysItself() {
        LabelledImages images = DrawnSigns.draw(Ink.all(), 50, 3);
        DrawnLarge drawn = DrawnLarge.of(images);
        assertEquals(0, drawn.blank());
        assertArrayEquals(images.labels(), drawn.images().labels());
        double difference = 0;
        for (int p = 0; p < images.pixels().length; p++) {
            difference += Math.abs((images.pixels()[p] & 0xff) - (drawn.images().pixels()[p] & 0xff));
        }
        difference /= images.pixels().length;
        assertTrue(difference > 0 && difference < 12, "mean difference of a pixel " + difference + " of 255");
    }

    @Test
    void aPictureWithoutInkIsCountedAsBlank() {
        byte[] pixels = new byte[2 * 16 * 16];
        for (int y = 2; y < 14; y++) {
            pixels[256 + y * 16 + 8] = (byte) 255;
        }
        DrawnLarge drawn = DrawnLarge.of(new LabelledImages(16, 16, pixels, new int[] {0, 1}, List.of("0", "1")));
        assertEquals(1, drawn.blank());
        assertArrayEquals(new int[] {1}, drawn.images().labels());
        assertEquals(28, drawn.images().width());
    }
}
