package org.digitlens.recognition;

import java.util.Map;
import java.util.Optional;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/**
 * What came of one picture.
 *
 * @param prediction   what the model says
 * @param box          where the sign lies, in pixels of the file; empty for a blank picture
 * @param input        the 28 x 28 that the network saw
 * @param explanations the pictures that were asked for; none for a blank picture
 */
public record Recognition(Prediction prediction, Optional<Box> box, GrayImage input,
                          Map<Explanation, Illustration> explanations) {

    /**
     * A picture that says why.
     *
     * @param png         the file
     * @param description the same in words
     */
    public record Illustration(byte[] png, String description) { }
}
