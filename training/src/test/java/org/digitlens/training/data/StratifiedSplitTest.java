package org.digitlens.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {
    /** 120 of "a", 60 of "b", 24 of "c", mixed. */
    private static final LabelledImages IMAGES = images();

    private static LabelledImages images() {
        int[] labels = IntStream.range(0, 204).map(i -> i % 17 < 10 ? 0 : i % 17 < 15 ? 1 : 2).toArray();
        return new LabelledImages(1, 1, new byte[204], labels, List.of("a", "b", "c"));
    }

    @Test
    void holdsOutEachLabelsShare() {
        LabelledImages heldOut = IMAGES.select(StratifiedSplit.of(IMAGES, 34, 1).validation());
        assertEquals(34, heldOut.size());
        assertEquals(20, Arrays.stream(heldOut.labels()).filter(label -> label == 0).count());
        assertEquals(10, Arrays.stream(heldOut.labels()).filter(label -> label == 1).count());
        assertEquals(4, Arrays.stream(heldOut.labels()).filter(label -> label == 2).count());
    }

    @Test
    void keepsEveryPictureOnOneSide() {
        StratifiedSplit split = StratifiedSplit.of(IMAGES, 50, 1);
        int[] all = IntStream.concat(Arrays.stream(split.learning()), Arrays.stream(split.validation())).sorted().toArray();
        assertArrayEquals(IntStream.range(0, IMAGES.size()).toArray(), all);
    }

    @Test
    void isFixedByItsSeed() {
        int[] held = StratifiedSplit.of(IMAGES, 34, 1).validation();
        assertArrayEquals(held, StratifiedSplit.of(IMAGES, 34, 1).validation());
        assertFalse(Arrays.equals(held, StratifiedSplit.of(IMAGES, 34, 2).validation()));
    }
}
