package org.digitlens.reading;

import java.util.Optional;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Prediction;
import org.digitlens.classifier.Rejection;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Piece;

/**
 * Ink that may be one sign, and what the model makes of it.
 *
 * @param box        where it lies, in pixels of the picture
 * @param input      28 x 28 of normalised ink, in 256 levels, so that its picture gives the very same numbers
 * @param prediction what the model says
 */
record Candidate(Box box, GrayImage input, Prediction prediction) {

    /** Asks the model. */
    static Candidate of(Piece piece, DigitClassifier classifier) {
        Glyph glyph = piece.glyph();
        GrayImage input = MnistNormalizer.normalize(glyph).quantized();
        Prediction prediction = classifier.predict(input);
        return new Candidate(glyph.box(), input, glyph.isSolid() ? prediction.rejected(Rejection.SOLID) : prediction);
    }

    /** Whether the model knows it by itself. */
    boolean isSure() {
        return prediction.recognized();
    }

    /** This, taken for good if the model has at least so much confidence and nothing else speaks against it. */
    Candidate accepted(double confidence) {
        boolean doubtful = prediction.rejection().equals(Optional.of(Rejection.UNCERTAIN)) && prediction.confidence() >= confidence;
        return doubtful ? new Candidate(box, input, prediction.accepted()) : this;
    }
}
