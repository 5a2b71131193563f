package org.digitlens.recognition;

import java.util.Optional;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/**
 * A picture that is a network's input already, as answers give it out: 28 x 28 pixels, white ink on black. It is taken as it is,
 * so a model says of it what it said when it saw it first.
 */
final class NormalizedInput {

    private static final int SIDE = MnistNormalizer.SIDE;

    private NormalizedInput() { }

    /**
     * The sign in such a picture, which lies where there is any ink.
     *
     * @throws ProblemException when it has another size, or colours
     */
    static Sign sign(Picture picture) {
        if (picture.width() != SIDE || picture.height() != SIDE || picture.reduction() != 1) {
            throw wrong("a picture of " + picture.width() * picture.reduction() + " x " + picture.height() * picture.reduction() + " pixels");
        }
        var ink = new float[SIDE * SIDE];
        for (int i = 0; i < ink.length; i++) {
            int pixel = picture.rgb()[i] & 0xffffff;
            if (pixel != (pixel & 255) * 0x010101) {
                throw wrong("a coloured picture");
            }
            ink[i] = (pixel & 255) / 255f;
        }
        return new Sign(box(ink), new GrayImage(SIDE, SIDE, ink), Optional.empty());
    }

    private static Optional<Box> box(float[] ink) {
        int left = SIDE;
        int right = 0;
        int top = SIDE;
        int bottom = 0;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > 0) {
                left = Math.min(left, i % SIDE);
                right = Math.max(right, i % SIDE + 1);
                top = Math.min(top, i / SIDE);
                bottom = i / SIDE + 1;
            }
        }
        return right == 0 ? Optional.empty() : Optional.of(new Box(left, top, right - left, bottom - top));
    }

    private static ProblemException wrong(String found) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, "normalized", "Found " + found + "; with normalized=true, expected "
            + SIDE + " x " + SIDE + " pixels of white ink on black, as the member input of an answer is."));
    }
}
