package org.digitlens.recognition;

import java.util.Optional;

import org.digitlens.classifier.Prediction;
import org.digitlens.classifier.Rejection;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Segmenter;

/**
 * The one sign in a picture, as every model gets to see it.
 *
 * @param box       where it lies, in pixels of the file; empty for a blank picture
 * @param input     28 x 28 of normalised ink; blank for a blank picture
 * @param rejection what its shape alone rules out, whatever a model says
 */
record Sign(Optional<Box> box, GrayImage input, Optional<Rejection> rejection) {

    /** The sign in a picture. */
    static Sign in(Picture picture) {
        Optional<Glyph> found = Segmenter.single(InkExtractor.extract(picture));
        if (found.isEmpty()) {
            return new Sign(Optional.empty(), GrayImage.blank(MnistNormalizer.SIDE, MnistNormalizer.SIDE), Optional.of(Rejection.BLANK));
        }
        Glyph glyph = found.get();
        return new Sign(Optional.of(glyph.box().times(picture.reduction())), MnistNormalizer.normalize(glyph),
            glyph.isSpeck(picture.width(), picture.height()) ? Optional.of(Rejection.SPECK)
                : glyph.isSolid() ? Optional.of(Rejection.SOLID) : Optional.empty());
    }

    /** Whether there is no ink at all, and so nothing to ask a model. */
    boolean isBlank() {
        return box.isEmpty();
    }

    /** A model's prediction, refused where the shape rules it out. */
    Prediction judged(Prediction prediction) {
        return rejection.map(prediction::rejected).orElse(prediction);
    }
}
