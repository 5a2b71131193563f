package org.digitlens.reading;

import java.util.ArrayList;
import java.util.List;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Piece;
import org.digitlens.imaging.Segmenter;

/** Reads the numbers on a page with one model. Safe for use by many threads. */
public final class NumberReader {

    /**
     * Confidence that is enough for a sign among others that the model knows: most of what stands in a number is a digit,
     * so less has to be proved than of a sign that stands alone.
     */
    private static final double ENOUGH_AMONG_DIGITS = 0.6;

    /** A piece with less than this share of the largest one's ink is dirt. */
    private static final double LEAST_SHARE = 0.02;

    private final DigitClassifier classifier;

    public NumberReader(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /** What is written on a page. */
    public Reading read(Picture page) {
        List<Piece> pieces = Segmenter.pieces(InkExtractor.extract(page));
        double largest = pieces.stream().mapToDouble(Piece::mass).max().orElse(0);
        List<TextLine> lines = LineFinder.lines(pieces.stream().filter(piece -> piece.mass() > LEAST_SHARE * largest).toList());
        var texts = new ArrayList<String>();
        var digits = new ArrayList<Reading.Digit>();
        for (TextLine line : lines) {
            var text = new StringBuilder();
            for (Candidate sign : inContext(LineReader.read(line, classifier))) {
                var digit = new Reading.Digit(texts.size(), text.length(), sign.box().times(page.reduction()), sign.input(),
                    sign.prediction());
                digits.add(digit);
                text.append(digit.text());
            }
            texts.add(text.toString());
        }
        return new Reading(classifier.manifest().name(), texts, digits, List.of());
    }

    /** The signs of a line; where the model is sure of half of several, others need less confidence. */
    private static List<Candidate> inContext(List<Candidate> signs) {
        long sure = signs.stream().filter(Candidate::isSure).count();
        return signs.size() > 1 && 2 * sure >= signs.size()
            ? signs.stream().map(sign -> sign.accepted(ENOUGH_AMONG_DIGITS)).toList() : signs;
    }
}
