package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Piece;

/**
 * What stands on one line.
 *
 * @param signs from left to right; not empty
 * @param marks where decimal separators and minus signs stand, in pixels of the picture
 */
record WrittenLine(List<Candidate> signs, Map<Box, String> marks) {

    /**
     * Confidence that is enough for a sign among others that the model knows: most of what stands in a number is a digit,
     * so less has to be proved than of a sign that stands alone.
     */
    private static final double ENOUGH_AMONG_DIGITS = 0.5;

    /** A line with one sign. */
    static WrittenLine of(Candidate sign) {
        return new WrittenLine(List.of(sign), Map.of());
    }

    /** Reads a line; empty when there is nothing but dirt. */
    static Optional<WrittenLine> read(TextLine line, Questions questions) {
        var finder = new MarkFinder(line);
        var marks = new LinkedHashMap<Box, String>();
        var rest = new ArrayList<Piece>();
        for (Piece piece : line.pieces()) {
            finder.mark(piece).ifPresentOrElse(mark -> marks.put(piece.box(), mark), () -> rest.add(piece));
        }
        List<Candidate> signs = inContext(LineReader.read(line, rest, questions));
        return signs.isEmpty() ? Optional.empty() : Optional.of(new WrittenLine(signs, marks));
    }

    /** The signs of a line; where the model is sure of half of several, others need less confidence. */
    private static List<Candidate> inContext(List<Candidate> signs) {
        long sure = signs.stream().filter(Candidate::isSure).count();
        return signs.size() > 1 && 2 * sure >= signs.size()
            ? signs.stream().map(sign -> sign.accepted(ENOUGH_AMONG_DIGITS)).toList() : signs;
    }

    /**
     * Lines, from above, as a reading.
     *
     * @param reduction by which the picture was reduced
     */
    static Reading reading(String model, List<WrittenLine> lines, int reduction) {
        var texts = new ArrayList<String>();
        var digits = new ArrayList<Reading.Digit>();
        var marks = new ArrayList<Reading.Mark>();
        for (WrittenLine line : lines) {
            var text = new StringBuilder();
            var boxes = new ArrayList<>(line.marks.keySet());
            boxes.sort(Comparator.comparingDouble(Box::centreX));
            for (Candidate sign : line.signs) {
                while (!boxes.isEmpty() && boxes.get(0).centreX() < sign.box().centreX()) {
                    line.mark(boxes.remove(0), texts.size(), text, marks, reduction);
                }
                var digit = new Reading.Digit(texts.size(), text.length(), sign.box().times(reduction), sign.input(), sign.prediction());
                digits.add(digit);
                text.append(digit.text());
            }
            boxes.forEach(box -> line.mark(box, texts.size(), text, marks, reduction));
            texts.add(text.toString());
        }
        return new Reading(model, texts, digits, marks);
    }

    private void mark(Box box, int line, StringBuilder text, List<Reading.Mark> found, int reduction) {
        found.add(new Reading.Mark(line, text.length(), box.times(reduction), marks.get(box)));
        text.append(marks.get(box));
    }
}
