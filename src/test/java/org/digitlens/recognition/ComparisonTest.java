package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.digitlens.classifier.Prediction;
import org.digitlens.classifier.Rejection;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Sign SIGN = new Sign(Optional.of(new Box(1, 2, 3, 4)), GrayImage.blank(28, 28), Optional.empty());

    @Test
    void mostModelsDecide() {
        Comparison comparison = Comparison.of(SIGN, List.of(says("7", 0.6), says("1", 0.99), says("7", 0.6)));
        assertEquals(Optional.of("7"), comparison.label());
        assertFalse(comparison.agree());
        assertEquals(List.of(true, false, true), comparison.answers().stream().map(comparison::agrees).toList());
    }

    @Test
    void ofEquallyManyTheMoreConfidentDecide() {
        assertEquals(Optional.of("1"), Comparison.of(SIGN, List.of(says("7", 0.9), says("1", 0.95), says("1", 0.6), says("7", 0.6))).label());
        assertEquals(Optional.of("7"), Comparison.of(SIGN, List.of(says("1", 0.6), says("7", 0.61))).label());
    }

    @Test
    void manyConfidentModelsDoNotOutvoteMore() {
        var answers = Stream.concat(Stream.generate(() -> says("1", 1)).limit(20), Stream.generate(() -> says("7", 0.51)).limit(21)).toList();
        assertEquals(Optional.of("7"), Comparison.of(SIGN, answers).label());
    }

    @Test
    void allSayTheSame() {
        assertTrue(Comparison.of(SIGN, List.of(says("7", 0.6), says("7", 0.99))).agree());
    }

    @Test
    void whoDoesNotRecognizeItAbstains() {
        Comparison comparison = Comparison.of(SIGN, List.of(refuses("1", 0.6), says("7", 0.9), refuses("1", 0.6), refuses("7", 0.5)));
        assertEquals(Optional.of("7"), comparison.label());
        assertFalse(comparison.agree());
        assertEquals(List.of(false, true, false, false), comparison.answers().stream().map(comparison::agrees).toList());
    }

    @Test
    void whereNobodyRecognizesItAllAgree() {
        Comparison comparison = Comparison.of(SIGN, List.of(refuses("1", 0.6), refuses("7", 0.7), refuses("1", 0.5)));
        assertEquals(Optional.of("1"), comparison.label());
        assertTrue(comparison.agree());
        assertTrue(comparison.answers().stream().allMatch(comparison::agrees));
    }

    @Test
    void whoKnowsOtherLabelsHasNoVote() {
        var letters = new Comparison.Answer("Letters", new Prediction("letters", List.of("A", "1"), new double[] {0, 1}, Optional.empty()), 100);
        Comparison comparison = Comparison.of(SIGN, List.of(says("7", 0.6), letters, letters, letters));
        assertEquals(Optional.of("7"), comparison.label());
        assertTrue(comparison.agree());
        assertEquals(List.of(true, false, false, false), comparison.answers().stream().map(comparison::agrees).toList());
        assertEquals(List.of(true, false, false, false), comparison.answers().stream().map(comparison::votes).toList());
        assertFalse(Comparison.of(SIGN, List.of(refuses("7", 0.6), letters)).agrees(letters));
    }

    @Test
    void ofABlankPictureAllSayNothing() {
        var nothing = new Comparison.Answer("Model", new Prediction("model", List.of("1", "7"), new double[2],
            Optional.of(Rejection.BLANK)), 0);
        Comparison comparison = Comparison.of(SIGN, List.of(nothing, nothing));
        assertEquals(Optional.empty(), comparison.label());
        assertTrue(comparison.agree() && comparison.agrees(nothing));
    }

    private static Comparison.Answer refuses(String label, double confidence) {
        return new Comparison.Answer("Model", says(label, confidence).prediction().rejected(Rejection.UNCERTAIN), 100);
    }

    private static Comparison.Answer says(String label, double confidence) {
        double[] probabilities = label.equals("1") ? new double[] {confidence, 1 - confidence} : new double[] {1 - confidence, confidence};
        return new Comparison.Answer("Model", new Prediction("model", List.of("1", "7"), probabilities, Optional.empty()), 100);
    }
}
