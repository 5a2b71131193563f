package org.digitlens.training.linear;

import org.tribuo.Feature;

/** How Tribuo calls a pixel. */
final class PixelFeature {
    private static final String PREFIX = "pixel";

    private PixelFeature() {}

    /**
     * A pixel's ink.
     *
     * @param place {@code y * width + x}
     * @param ink 0..1
     */
    static Feature at(int place, double ink) {
        return new Feature(PREFIX + place, ink);
    }

    /** The place in a feature's name. */
    static int place(String name) {
        return Integer.parseInt(name.substring(PREFIX.length()));
    }
}
