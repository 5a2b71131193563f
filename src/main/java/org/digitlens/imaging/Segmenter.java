package org.digitlens.imaging;

import java.util.List;
import java.util.Optional;

/** Finds the signs in a picture's ink. */
public final class Segmenter {

    /** Fainter pixels belong to no sign. */
    private static final float LEAST_INK = 0.06f;

    /** A piece with less than this share of the largest piece's ink is dirt; the hat of a 5 has more. */
    private static final double LEAST_SHARE = 0.05;

    private Segmenter() { }

    /** The connected pieces of ink, dirt and all, from above. */
    public static List<Piece> pieces(GrayImage ink) {
        return new Components(ink, LEAST_INK).pieces();
    }

    /** Everything written, taken as one sign, without the dirt around it; empty when there is no ink. */
    public static Optional<Glyph> single(GrayImage ink) {
        var components = new Components(ink, LEAST_INK);
        double[] masses = components.masses();
        double largest = 0;
        for (double mass : masses) {
            largest = Math.max(largest, mass);
        }
        if (largest == 0) {
            return Optional.empty();
        }
        double least = LEAST_SHARE * largest;
        Box box = components.box(masses, least);
        return Optional.of(new Glyph(box, components.crop(box, masses, least)));
    }
}
