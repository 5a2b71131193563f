package org.digitlens.training.outlier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.digitlens.training.Patterns;
import org.digitlens.training.data.LabelledImages;
import org.junit.jupiter.api.Test;

class OutliersTest {
    private static final int AREA = 28 * 28;

    private final LabelledImages learned = Patterns.images(30, 1);

    @Test
    void theSeedDecides() {
        Outliers outliers = new Outliers(learned, null);
        assertArrayEquals(drawn(outliers, 7), drawn(outliers, 7));
        Set<Integer> different = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            different.add(Arrays.hashCode(drawn(outliers, seed)));
        }
        assertTrue(different.size() > 90, different.size() + " different ones of 100");
    }

    @Test
    void everyPictureIsNormalisedInk() {
        Outliers outliers = new Outliers(learned, null);
        for (int seed = 0; seed < 300; seed++) {
            float[] picture = drawn(outliers, seed);
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < AREA; i++) {
                assertTrue(picture[i] >= 0 && picture[i] <= 255.01f, "value " + picture[i]);
                mass += picture[i];
                x += picture[i] * (i % 28);
                y += picture[i] * (i / 28);
            }
            assertTrue(mass > 255 * 10, "hardly any ink from seed " + seed);
            assertEquals(14, x / mass, 1.5, "centre of mass from seed " + seed);
            assertEquals(14, y / mass, 1.5, "centre of mass from seed " + seed);
        }
    }

    @Test
    void threeOfTenAreTheCharactersThatItWasGivenAndAsManyMarks() {
        LabelledImages character = Patterns.images(1, 9);
        float[] expected = new float[AREA];
        character.copy(0, expected, 0);
        Outliers outliers = new Outliers(learned, character);
        int found = 0;
        for (int seed = 0; seed < 400; seed++) {
            found += Arrays.equals(expected, drawn(outliers, seed)) ? 1 : 0;
        }
        assertEquals(120, found, 40);
        assertFalse(Arrays.equals(expected, drawn(new Outliers(learned, null), 1)));
    }

    private static float[] drawn(Outliers outliers, long seed) {
        float[] picture = new float[AREA];
        outliers.draw(seed, picture);
        return picture;
    }
}
