package org.digitlens.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/**
 * What all models make of one picture. A model votes, and is counted, only if it has the labels of the first, which is the
 * default one: those that tell other things apart cannot say the same.
 *
 * @param box     where the sign lies, in pixels of the file; empty for a blank picture
 * @param input   the 28 x 28 that every model saw
 * @param label   what most of the models that vote and recognise it take it for, or of all that vote where none does; of two that
 *                are named equally often, the one named with more confidence in sum; empty for a blank picture
 * @param agree   whether all models that vote say the same: all recognise it as the same, or none recognises it
 * @param answers of all models, in the catalogue's order
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
        List<Answer> voting = answers.stream().filter(answer -> sameLabels(answer, answers.get(0))).toList();
        List<Answer> recognizing = voting.stream().filter(answer -> answer.prediction().recognized()).toList();
        Optional<String> label = majority(recognizing.isEmpty() ? voting : recognizing);
        boolean agree = recognizing.isEmpty() || voting.stream().allMatch(answer -> says(answer, label));
        return new Comparison(sign.box(), sign.input(), label, agree, List.copyOf(answers));
    }

    private static boolean sameLabels(Answer some, Answer other) {
        return Set.copyOf(some.prediction().labels()).equals(Set.copyOf(other.prediction().labels()));
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

    /** Whether the model of one of the answers has a vote. */
    public boolean votes(Answer answer) {
        return sameLabels(answer, answers.get(0));
    }

    /** Whether one of the answers is what most models say; never that of a model without a vote. */
    public boolean agrees(Answer answer) {
        return votes(answer) && (agree || says(answer, label));
    }
}
