package org.digitlens.imaging;

/**
 * Does to a sign what the makers of MNIST did to theirs (LeCun et al., 1998): fits it into 20 x 20 pixels with its
 * proportions kept, averaging areas, and puts its centre of mass at the centre of 28 x 28.
 */
public final class MnistNormalizer {

    /** Side of the result, in pixels. */
    public static final int SIDE = 28;

    /** Side of the square that the sign is fitted into, in pixels. */
    static final int FIT = 20;

    private MnistNormalizer() { }

    /** The sign as 28 x 28 pixels of ink, 0 to 1. */
    public static GrayImage normalize(Glyph glyph) {
        GrayImage fitted = fit(glyph);
        double mass = 0;
        double massX = 0;
        double massY = 0;
        for (int y = 0; y < fitted.height(); y++) {
            for (int x = 0; x < fitted.width(); x++) {
                float value = fitted.at(x, y);
                mass += value;
                massX += x * value;
                massY += y * value;
            }
        }
        int left = offset(massX / mass, fitted.width());
        int top = offset(massY / mass, fitted.height());
        GrayImage result = GrayImage.blank(SIDE, SIDE);
        for (int y = 0; y < fitted.height(); y++) {
            System.arraycopy(fitted.ink(), y * fitted.width(), result.ink(), (top + y) * SIDE + left, fitted.width());
        }
        return result;
    }

    /** Where the sign begins so that its centre of mass lies on the middle pixel, but inside the picture. */
    private static int offset(double centre, int length) {
        return Math.max(0, Math.min(SIDE - length, (int) Math.round(SIDE / 2 - centre)));
    }

    /** The sign scaled so that its longer side is 20 pixels. */
    private static GrayImage fit(Glyph glyph) {
        double scale = (double) FIT / glyph.box().longerSide();
        GrayImage source = glyph.ink();
        int width = Math.max(1, (int) Math.round(source.width() * scale));
        int height = Math.max(1, (int) Math.round(source.height() * scale));
        return Resampler.resample(source, width, height);
    }
}
