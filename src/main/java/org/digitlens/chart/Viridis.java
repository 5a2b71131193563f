package org.digitlens.chart;

/** A colour map of even perceptual steps that also survives grey printing (van der Walt and Smith, 2015). */
final class Viridis {

    private static final int[] ANCHORS = {0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
        0xb5de2b, 0xfde725};

    private Viridis() { }

    /** The map in so many steps from dark to bright, {@code 0xAARRGGBB}, opaque. */
    static int[] colours(int steps) {
        var colours = new int[steps];
        for (int i = 0; i < steps; i++) {
            double at = (double) i * (ANCHORS.length - 1) / (steps - 1);
            int anchor = Math.min((int) at, ANCHORS.length - 2);
            double share = at - anchor;
            int colour = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int from = ANCHORS[anchor] >> shift & 255;
                int to = ANCHORS[anchor + 1] >> shift & 255;
                colour = colour << 8 | (int) Math.round(from + (to - from) * share);
            }
            colours[i] = colour;
        }
        return colours;
    }
}
