package org.digitlens.reading;

import java.util.List;
import java.util.Optional;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/**
 * The numbers on one page.
 *
 * @param model  name of the model that read them
 * @param lines  what is written, line by line from above: digits, {@code .} and {@code -} where they stand as marks, and
 *               {@code ?} for a sign that is no digit; empty for a blank page
 * @param digits the signs that were put before the model, recognised or not, in reading order
 * @param marks  decimal separators and minus signs, in reading order
 */
public record Reading(String model, List<String> lines, List<Digit> digits, List<Mark> marks) {

    /** What stands for a sign that is no digit. */
    public static final char UNKNOWN = '?';

    /**
     * One sign that was put before the model.
     *
     * @param line       index of its line
     * @param position   index of its character in that line
     * @param box        where it lies, in pixels of the picture
     * @param input      28 x 28 of normalised ink, as the model saw it
     * @param prediction what the model says
     */
    public record Digit(int line, int position, Box box, GrayImage input, Prediction prediction) {

        /** Its character in the line: the label where it is recognised, else {@value Reading#UNKNOWN}. */
        public String text() {
            return prediction.recognized() ? prediction.label().orElseThrow() : String.valueOf(UNKNOWN);
        }
    }

    /**
     * A sign told by its shape and place alone.
     *
     * @param line     index of its line
     * @param position index of its character in that line
     * @param box      where it lies, in pixels of the picture
     * @param text     {@code .} or {@code -}
     */
    public record Mark(int line, int position, Box box, String text) { }

    public Reading {
        lines = List.copyOf(lines);
        digits = List.copyOf(digits);
        marks = List.copyOf(marks);
    }

    /** Everything written, one line below the other. */
    public String text() {
        return String.join("\n", lines);
    }

    /** How probable it is that every sign is right: the product of their confidences, 0 to 1; 0 for a blank page. */
    public double confidence() {
        return digits.isEmpty() ? 0 : digits.stream().mapToDouble(digit -> digit.prediction().confidence()).reduce(1, (a, b) -> a * b);
    }

    /** Confidence of the sign that is least sure; empty for a blank page. */
    public Optional<Digit> leastSure() {
        return digits.stream().min((a, b) -> Double.compare(a.prediction().confidence(), b.prediction().confidence()));
    }
}
