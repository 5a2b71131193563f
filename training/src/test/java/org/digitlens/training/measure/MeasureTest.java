package org.digitlens.training.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void countsWhatIsRight() {
        Scores scores = new Scores(2, new float[] {1, 0, 0, 1, 3, 2}, new int[] {0, 1, 1});
        assertEquals(1, scores.errors());
        assertEquals(2.0 / 3, scores.accuracy(), 1e-12);
        assertEquals(1, scores.without(List.of(2)).accuracy(), 1e-12);
    }

    @Test
    void probabilitiesSumToOneAndSurviveLargeLogits() {
        Scores scores = new Scores(3, new float[] {1000, 998, -1000}, new int[] {0});
        double sum = scores.probability(0, 0, 2) + scores.probability(0, 1, 2) + scores.probability(0, 2, 2);
        assertEquals(1, sum, 1e-12);
        assertEquals(1 / (1 + Math.exp(-1)), scores.confidence(0, 2), 1e-12);
    }

    @Test
    void calibrationFindsTheTemperatureThatTheLogitsWereHeatedBy() {
        Scores scores = honest(20_000, 3);
        Calibration calibration = Calibration.chosenOn(scores, 0.995);
        assertEquals(3, calibration.temperature(), 0.15);
        assertTrue(calibration.error(scores) < 0.01, "error " + calibration.error(scores));
    }

    @Test
    void theThresholdIsTheLargestThatKeepsTheShare() {
        Scores scores = honest(20_000, 3);
        Calibration calibration = Calibration.chosenOn(scores, 0.9);
        assertTrue(calibration.kept(scores) >= 0.9);
        Calibration stricter = new Calibration(calibration.temperature(), calibration.threshold() + 0.001);
        assertTrue(stricter.kept(scores) < 0.9);
    }

    @Test
    void wilsonsIntervalIsThePublishedOne() {
        double[] interval = Wilson.interval(9970, 10_000);
        assertEquals(0.99572, interval[0], 1e-5);
        assertEquals(0.99790, interval[1], 1e-5);
    }

    /** Two labels, drawn with the probability that the logits over the temperature claim. */
    private static Scores honest(int count, double temperature) {
        SplittableRandom random = new SplittableRandom(1);
        float[] logits = new float[2 * count];
        int[] actual = new int[count];
        for (int i = 0; i < count; i++) {
            logits[2 * i] = (float) (temperature * 2 * random.nextGaussian());
            double probability = 1 / (1 + Math.exp(-logits[2 * i] / temperature));
            actual[i] = random.nextDouble() < probability ? 0 : 1;
        }
        return new Scores(2, logits, actual);
    }
}
