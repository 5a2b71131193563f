package org.digitlens.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitlens.classifier.FeatureMaps;
import org.junit.jupiter.api.Test;

class ClassActivationMapTest {

    @Test
    void takesTheMapOfTheLabel() {
        var maps = new FeatureMaps(2, 1, 1, new float[] {3, -4});
        assertEquals(3, ClassActivationMap.of("0", maps, 0, 28).strongest());
        assertEquals(-4, ClassActivationMap.of("1", maps, 1, 28).values()[100]);
    }

    @Test
    void interpolatesBetweenCellsAndKeepsTheirMean() {
        var cells = new float[49];
        for (int i = 0; i < 49; i++) {
            cells[i] = i % 7;
        }
        ClassActivationMap map = ClassActivationMap.of("7", new FeatureMaps(1, 7, 7, cells), 0, 28);
        double sum = 0;
        for (int i = 0; i < 28 * 28; i++) {
            sum += map.values()[i];
            assertTrue(i % 28 == 0 || map.values()[i] >= map.values()[i - 1], "rises from left to right");
        }
        assertEquals(3, sum / (28 * 28), 1e-4);
        assertEquals(6, map.strongest());
    }

    @Test
    void saysInWhichRegionTheEvidenceLies() {
        var values = new float[28 * 28];
        values[0] = 5;
        values[14 * 28 + 14] = -2;
        assertArrayEquals(new double[] {5, 0, 0, 0, -2, 0, 0, 0, 0}, new ClassActivationMap("7", 28, values).regions());
    }
}
