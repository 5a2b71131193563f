package org.digitlens.reading;

import java.util.Optional;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Prediction;
import org.digitlens.classifier.Rejection;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.MnistNormalizer;

/**
 * Ink that may be one sign, and what the model makes of it.
 *
 * @param box        where it lies, in pixels of the picture
 * @param input      28 x 28 of normalised ink, in 256 levels, so that its picture gives the very same numbers
 * @param prediction what the model says
 */
record Candidate(Box box, GrayImage input, Prediction prediction) {

    /** Asks the model. */
    static Candidate of(Glyph glyph, DigitClassifier classifier) {
        GrayImage input = MnistNormalizer.normalize(glyph).quantized();
        var candidate = new Candidate(glyph.box(), input, classifier.predict(input));
        return glyph.isSolid() ? candidate.rejected(Rejection.SOLID) : candidate;
    }

    /** This, refused for a reason that the model does not know of. */
    Candidate rejected(Rejection reason) {
        return new Candidate(box, input, prediction.rejected(reason));
    }

    /** This, taken for good if the model has at least so much confidence and nothing else speaks against it. */
    Candidate accepted(double confidence) {
        boolean doubtful = prediction.rejection().equals(Optional.of(Rejection.UNCERTAIN)) && prediction.confidence() >= confidence;
        return doubtful ? new Candidate(box, input, prediction.accepted()) : this;
    }

    /** Whether it is recognised. */
    boolean isSure() {
        return prediction.recognized();
    }
}
