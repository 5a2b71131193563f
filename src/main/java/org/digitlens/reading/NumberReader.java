package org.digitlens.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Segmenter;

/** Reads the numbers on a page with one model. Safe for use by many threads. */
public final class NumberReader {

    private final DigitClassifier classifier;

    public NumberReader(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /** What is written on a page. */
    public Reading read(Picture page) {
        var digits = new ArrayList<Reading.Digit>();
        var line = new StringBuilder();
        List<Glyph> glyphs = new ArrayList<>(Segmenter.pieces(InkExtractor.extract(page)));
        glyphs.sort(Comparator.comparingInt(glyph -> glyph.box().x()));
        for (Glyph glyph : glyphs) {
            GrayImage input = MnistNormalizer.normalize(glyph);
            Prediction prediction = classifier.predict(input);
            var digit = new Reading.Digit(0, line.length(), glyph.box().times(page.reduction()), input, prediction);
            digits.add(digit);
            line.append(digit.text());
        }
        return new Reading(classifier.manifest().name(), line.isEmpty() ? List.of() : List.of(line.toString()), digits, List.of());
    }
}
