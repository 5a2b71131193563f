package org.digitlens.chart;

import java.awt.Color;

/** The colours that charts share with the pages; the paper itself stays transparent. */
public enum Theme {
    /** Dark ink on light paper. */
    LIGHT(0xfffdf8, 0x1b2230, 0x566072, 0xe2dccf, 0x2f4fd8, 0xd95f02, 0x2b6cb0),
    /** Light ink on dark paper. */
    DARK(0x191e27, 0xe8ebf2, 0xa3adbf, 0x3a4356, 0x92a6ff, 0xff8c42, 0x4a8fe7);

    private static final double FLARE = 0.05;

    final Color paper;
    final Color ink;
    final Color soft;
    final Color line;
    final Color accent;
    /** What speaks for a label. */
    final Color warm;
    /** What speaks against it. */
    final Color cool;

    Theme(int paper, int ink, int soft, int line, int accent, int warm, int cool) {
        this.paper = new Color(paper);
        this.ink = new Color(ink);
        this.soft = new Color(soft);
        this.line = new Color(line);
        this.accent = new Color(accent);
        this.warm = new Color(warm);
        this.cool = new Color(cool);
    }

    /** The colour that lies so far (0 to 1) on the way from one to another. */
    static Color mix(Color from, Color to, double share) {
        return new Color(mix(from.getRed(), to.getRed(), share), mix(from.getGreen(), to.getGreen(), share),
            mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** The colour for letters on a background: ink or paper, whichever contrasts more. */
    Color on(Color background) {
        return contrast(ink, background) >= contrast(paper, background) ? ink : paper;
    }

    /** Ratio of two colours' luminance, 1 to 21 (WCAG 2.2). */
    private static double contrast(Color one, Color other) {
        double brighter = Math.max(luminance(one), luminance(other));
        return (brighter + FLARE) / (Math.min(luminance(one), luminance(other)) + FLARE);
    }

    /** Relative luminance, 0 to 1 (WCAG 2.2). */
    private static double luminance(Color colour) {
        float[] rgb = colour.getRGBColorComponents(null);
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(float channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
