package org.digitlens.imaging;

/**
 * Does to a sign what the makers of MNIST did to theirs (LeCun et al., 1998): fits it into 20 x 20 pixels with its
 * proportions kept, averaging areas, and puts its centre of mass at the centre of 28 x 28. Theirs were written with
 * broad pens; strokes so thin that averaging leaves a trace of grey are darkened.
 */
public final class MnistNormalizer {

    /** Side of the result, in pixels. */
    public static final int SIDE = 28;

    /** Side of the square that the sign is fitted into, in pixels. */
    static final int FIT = 20;

    /** Strokes much thinner than a pixel come out as faint as this; then they are made as dark as others. */
    private static final float FAINT = 0.7f;

    private MnistNormalizer() { }

    /** The sign as 28 x 28 pixels of ink, 0 to 1. */
    public static GrayImage normalize(Glyph glyph) {
        GrayImage ink = glyph.ink();
        double scale = (double) FIT / glyph.box().longerSide();
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0, at = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++, at++) {
                float value = ink.ink()[at];
                mass += value;
                massX += x * value;
                massY += y * value;
            }
        }
        double left = offset(massX / mass, scale, ink.width());
        double top = offset(massY / mass, scale, ink.height());
        return darkened(Resampler.place(ink, scale, left, top, SIDE));
    }

    private static GrayImage darkened(GrayImage image) {
        float peak = 0;
        for (float value : image.ink()) {
            peak = Math.max(peak, value);
        }
        if (peak < FAINT) {
            for (int i = 0; i < image.ink().length; i++) {
                image.ink()[i] /= peak;
            }
        }
        return image;
    }

    /**
     * Where the sign begins, in pixels of the result, so that its centre of mass lies on the middle pixel, but no ink is
     * lost. A sign that has the right size already is moved by whole pixels, as moving it by less would blur it.
     */
    private static double offset(double centre, double scale, int length) {
        double offset = SIDE / 2 + 0.5 - (centre + 0.5) * scale;
        double within = Math.max(0, Math.min(SIDE - length * scale, offset));
        return scale == 1 ? Math.rint(within) : within;
    }
}
