package org.digitlens.training.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
    void theEnergyIsTheLogarithmOfTheSumOfExponentials() {
        Scores scores = new Scores(2, new float[] {1000, 1000, 1, 0}, new int[] {0, 0});
        assertEquals(1000 + Math.log(2), scores.energy(0), 1e-9);
        assertEquals(Math.log(Math.E + 1), scores.energy(1), 1e-9);
        assertEquals(1, scores.largestLogit(1), 1e-9);
    }

    @Test
    void theConfusionMatrixHasARowForEachActualLabel() {
        Scores scores = new Scores(2, new float[] {1, 0, 0, 1, 3, 2}, new int[] {0, 1, 1});
        assertArrayEquals(new int[][] {{1, 0}, {1, 1}}, scores.confusion());
    }

    @Test
    void reliabilityCountsEveryPictureOnceAndGivesTheCalibrationError() {
        Scores scores = honest(20_000, 3);
        Calibration hot = new Calibration(1, 0);
        List<Reliability.Bin> bins = hot.reliability(scores).bins();
        assertEquals(15, bins.size());
        assertEquals(20_000, bins.stream().mapToInt(Reliability.Bin::count).sum());
        assertEquals(0, bins.get(0).count());
        assertNull(bins.get(0).confidence());
        double error = bins.stream().filter(bin -> bin.count() > 0)
                .mapToDouble(bin -> bin.count() / 20_000.0 * Math.abs(bin.confidence() - bin.accuracy())).sum();
        assertEquals(error, hot.error(scores), 1e-12);
        assertTrue(error > 0.05, "logits that were heated must look overconfident, error " + error);
    }

    @Test
    void refusalTradesWhatIsKeptForWhatIsRefused() {
        Refusal refusal = new Refusal(new double[] {0.2, 0.6, 0.7, 0.8, 0.9}, new double[] {0.1, 0.3, 0.6, 0.95});
        assertEquals(0.25, refusal.refusedKeeping(1), 1e-12);
        assertEquals(0.5, refusal.refusedKeeping(0.8), 1e-12, "a score equal to the threshold is kept");
        assertEquals(0.5, refusal.refusedBy(0.5), 1e-12);
        assertEquals(0.8, refusal.keptBy(0.5), 1e-12);
        assertEquals(1, refusal.refusedBy(2), 1e-12);
        List<Refusal.Point> curve = refusal.curve();
        assertEquals(new Refusal.Point(1, 0.25), curve.get(curve.size() - 1));
        for (int i = 1; i < curve.size(); i++) {
            assertTrue(curve.get(i).kept() > curve.get(i - 1).kept());
            assertTrue(curve.get(i).refused() <= curve.get(i - 1).refused());
        }
    }

    @Test
    void blankPicturesCountAsReadWrongAndAsRefused() {
        Scores scores = new Scores(2, new float[] {9, 0, 0, 9, 9, 0}, new int[] {0, 1, 0});
        Evaluation evaluation = Evaluation.of(scores, new Calibration(1, 0.5), 1);
        assertEquals(1, evaluation.errors());
        assertEquals(4, evaluation.images());
        assertEquals(0.75, evaluation.accuracy(), 1e-12);
        assertEquals(0.75, evaluation.kept(), 1e-12);
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
