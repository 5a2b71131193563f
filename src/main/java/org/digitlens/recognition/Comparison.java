package org.digitlens.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/**
 * What all models make of one picture.
 *
 * @param box     where the sign lies, in pixels of the file; empty for a blank picture
 * @param input   the 28 x 28 that every model saw
 * @param label   what most of the models that recognise it take it for, or of all where none does; of two that are named
 *                equally often, the one named with more confidence in sum; empty for a blank picture
 * @param agree   whether all models say the same: all recognise it as the same, or none recognises it
 * @param answers in the catalogue's order
 */
public record Comparison(Optional<Box> box, GrayImage input, Optional<String> label, boolean agree, List<Answer> answers) {

    /**
     * What one of the models says.
     *
     * @param title      the model's name for people
     * @param prediction what it says
     * @param micros     time that it took, in microseconds; 0 for a blank picture, which no model is asked about
     */
    public record Answer(String title, Prediction prediction, long micros) { }

    static Comparison of(Sign sign, List<Answer> answers) {
        List<Answer> recognizing = answers.stream().filter(answer -> answer.prediction().recognized()).toList();
        Optional<String> label = majority(recognizing.isEmpty() ? answers : recognizing);
        boolean agree = recognizing.isEmpty() || answers.stream().allMatch(answer -> says(answer, label));
        return new Comparison(sign.box(), sign.input(), label, agree, List.copyOf(answers));
    }

    /** A vote counts 1, and its confidence less than that in sum, so it decides only where votes are equal. */
    private static Optional<String> majority(List<Answer> answers) {
        Map<String, Double> votes = new LinkedHashMap<>();
        for (Answer answer : answers) {
            answer.prediction().label().ifPresent(label ->
                votes.merge(label, 1 + answer.prediction().confidence() / (answers.size() + 1), Double::sum));
        }
        return votes.entrySet().stream().reduce((some, other) -> other.getValue() > some.getValue() ? other : some).map(Map.Entry::getKey);
    }

    private static boolean says(Answer answer, Optional<String> label) {
        return answer.prediction().recognized() && answer.prediction().label().equals(label);
    }

    /** Whether one of the answers is what most models say. */
    public boolean agrees(Answer answer) {
        return agree || says(answer, label);
    }
}
