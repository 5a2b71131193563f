package org.digitlens.training.outlier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.Glyph;
import org.digitlens.ink.Hand;
import org.digitlens.ink.Ink;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Placed;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.NumberComposer.Written;
import org.digitlens.training.data.DrawnSigns;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final int AREA = 28 * 28;

    private final Written touching = new NumberComposer(Hand.strokes(), new Random(1)).compose("38", Spacing.TOUCHING, 60);

    @Test
    void aDigitCutOutCleanIsThatDigit() {
        Placed eight = touching.digits().get(1);
        Share share = Share.of(touching, new Glyph(new Box(eight.left(), eight.top(), eight.ink().width(), eight.ink().height()), eight.ink()));
        assertEquals(8, share.digit());
        assertTrue(share.isOneDigit(), share.toString());
        assertFalse(share.isMore() || share.isPart(), share.toString());
    }

    @Test
    void aDigitWithHalfOfItsNeighbourIsMoreThanOne() {
        Placed eight = touching.digits().get(1);
        Share share = Share.of(touching, cut(0, eight.left() + eight.ink().width() / 2));
        assertEquals(3, share.digit());
        assertTrue(share.isMore(), share.toString());
        assertFalse(share.isOneDigit() || share.isAllOfMore(), share.toString());
        assertTrue(Share.of(touching, cut(0, touching.ink().width())).isAllOfMore());
    }

    @Test
    void halfADigitIsAPartUnlessItMayWellBeAOne() {
        Placed eight = touching.digits().get(1);
        Share share = Share.of(touching, cut(eight.left() + eight.ink().width() / 2, touching.ink().width()));
        assertEquals(8, share.digit());
        assertEquals(0.5, share.most(), 0.05);
        assertEquals(0, share.second(), 0.05);
        assertTrue(new Share(8, share.most(), share.second(), 1, share.mass(), 2).isPart());
        assertFalse(new Share(8, share.most(), share.second(), 1, share.mass(), 3).isPart());
    }

    @Test
    void mostAreNoDigitAndTheRestEveryDigit() {
        Segments segments = new Segments(DrawnSigns.draw(Ink.all(), 20, 1), 300, 1);
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> labels = new ArrayList<>();
        float[] picture = new float[AREA];
        for (int i = 0; i < 1000; i++) {
            labels.add(segments.draw(random, picture));
            double mass = 0;
            for (float value : picture) {
                mass += value;
            }
            assertTrue(mass > 255 * 10, "hardly any ink in picture " + i);
        }
        assertEquals(600, labels.stream().filter(label -> label == Segments.NONE).count(), 60);
        assertEquals(11, new TreeSet<>(labels).size(), "labels found: " + new TreeSet<>(labels));
    }

    /** All ink of the number between two columns. */
    private Glyph cut(int from, int to) {
        Box box = new Box(from, 0, to - from, touching.ink().height());
        return new Glyph(box, touching.ink().crop(box));
    }
}
