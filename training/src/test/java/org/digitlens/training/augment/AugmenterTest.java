package org.digitlens.training.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.digitlens.training.Patterns;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final Augmentation STRONG = new Augmentation(15, 2.5, 0.15, 0.15, 2.5, 1, 0.7, 1);
    private static final int AREA = 28 * 28;

    private final float[] picture = new float[AREA];

    AugmenterTest() {
        Patterns.images(3, 1).copy(2, picture, 0);
    }

    @Test
    void isFixedByItsSeedWhateverCameBefore() {
        Augmenter one = new Augmenter(28, 28);
        augmented(one, STRONG, 5);
        assertArrayEquals(augmented(new Augmenter(28, 28), STRONG, 7), augmented(one, STRONG, 7));
        assertFalse(Arrays.equals(augmented(one, STRONG, 7), augmented(one, STRONG, 8)));
    }

    @Test
    void leavesThePictureAsItIsWithoutAugmentation() {
        assertArrayEquals(picture, augmented(new Augmenter(28, 28), Augmentation.NONE, 1));
        assertArrayEquals(picture, augmented(new Augmenter(28, 28), STRONG.times(0), 1), 1e-3f);
    }

    @Test
    void neverChangesTheSourceNorLeavesTheRange() {
        float[] before = picture.clone();
        for (int seed = 0; seed < 200; seed++) {
            for (float value : augmented(new Augmenter(28, 28), STRONG, seed)) {
                assertTrue(value >= 0 && value <= 255, "value " + value);
            }
        }
        assertArrayEquals(before, picture);
    }

    @Test
    void writesWhereItIsTold() {
        float[] target = new float[3 * AREA];
        new Augmenter(28, 28).augment(picture, STRONG, 7, target, AREA);
        assertArrayEquals(augmented(new Augmenter(28, 28), STRONG, 7), Arrays.copyOfRange(target, AREA, 2 * AREA));
        assertArrayEquals(new float[AREA], Arrays.copyOf(target, AREA));
    }

    @Test
    void movesByAtMostTheShift() {
        float[] dot = new float[AREA];
        dot[14 * 28 + 14] = 255;
        float[] moved = new float[AREA];
        for (int seed = 0; seed < 100; seed++) {
            new Augmenter(28, 28).augment(dot, new Augmentation(0, 2, 0, 0, 0, 0, 0, 0), seed, moved, 0);
            double mass = 0;
            double x = 0;
            for (int i = 0; i < AREA; i++) {
                mass += moved[i];
                x += moved[i] * (i % 28);
            }
            assertEquals(255, mass, 1);
            assertEquals(14, x / mass, 2.01);
        }
    }

    @Test
    void aThickerPenHasMoreInkAndAThinnerLess() {
        float[] thick = new float[AREA];
        float[] thin = new float[AREA];
        Pen.apply(picture, 28, 28, 0.5, thick);
        Pen.apply(picture, 28, 28, -0.5, thin);
        assertTrue(sum(thick) > sum(picture));
        assertTrue(sum(thin) < sum(picture));
    }

    private float[] augmented(Augmenter augmenter, Augmentation amounts, long seed) {
        float[] target = new float[AREA];
        augmenter.augment(picture, amounts, seed, target, 0);
        return target;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
