package org.digitlens.imaging;

/**
 * A decoded picture, opaque and upright.
 *
 * @param width     in pixels
 * @param height    in pixels
 * @param rgb       row-major, {@code 0xRRGGBB}; the upper byte is not defined. Not copied.
 * @param reduction how many pixels of the file went into one of these along each side; 1 unless the file was huge
 */
public record Picture(int width, int height, int[] rgb, int reduction) {

    /** Largest number of pixels a picture is decoded to; larger files are reduced while they are read. */
    public static final int MAX_DECODED_PIXELS = 2_000_000;

    /** Over white, ink of less contrast than this (of 255) is looked for over black as well. */
    private static final int FAINT = 24;

    public Picture {
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException("expected " + width + " x " + height + " pixels, found " + rgb.length);
        }
    }

    /** The whole factor by which a file of this size is reduced while it is read. */
    public static int reductionFor(int width, int height) {
        return (int) Math.ceil(Math.sqrt((double) width * height / MAX_DECODED_PIXELS));
    }

    /**
     * Lays a picture with transparency over white paper or, where white ink would vanish on it, over black.
     *
     * @param argb row-major, not premultiplied; overwritten
     */
    public static Picture flatten(int width, int height, int[] argb, int reduction) {
        if (isOpaque(argb)) {
            return new Picture(width, height, argb, reduction);
        }
        int paper = contrastOver(255, argb) >= FAINT || contrastOver(0, argb) < FAINT ? 255 : 0;
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i];
            int alpha = pixel >>> 24;
            if (alpha < 255) {
                argb[i] = over(paper, pixel >> 16 & 255, alpha) << 16 | over(paper, pixel >> 8 & 255, alpha) << 8
                    | over(paper, pixel & 255, alpha);
            }
        }
        return new Picture(width, height, argb, reduction);
    }

    private static boolean isOpaque(int[] argb) {
        int all = -1;
        for (int pixel : argb) {
            all &= pixel;
        }
        return all >>> 24 == 255;
    }

    /** Largest range of any colour channel, 0 to 255, once laid over grey of the given brightness. */
    private static int contrastOver(int paper, int[] argb) {
        int range = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int low = 255;
            int high = 0;
            for (int pixel : argb) {
                int value = over(paper, pixel >> shift & 255, pixel >>> 24);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            range = Math.max(range, high - low);
        }
        return range;
    }

    private static int over(int paper, int value, int alpha) {
        return (value * alpha + paper * (255 - alpha) + 127) / 255;
    }
}
