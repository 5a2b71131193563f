package org.digitlens.imaging;

/**
 * How much ink lies where.
 *
 * @param width  in pixels, at least 1
 * @param height in pixels, at least 1
 * @param ink    row-major, {@code ink[y * width + x]}; 0 = paper, 1 = full ink. Not copied: whoever makes the image
 *               hands the array over.
 */
public record GrayImage(int width, int height, float[] ink) {

    public GrayImage {
        if (width < 1 || height < 1 || ink.length != width * height) {
            throw new IllegalArgumentException("expected " + width + " x " + height + " pixels, found " + ink.length);
        }
    }

    /** A blank sheet of the given size in pixels. */
    public static GrayImage blank(int width, int height) {
        return new GrayImage(width, height, new float[width * height]);
    }

    /** The ink at a point, 0 to 1. */
    public float at(int x, int y) {
        return ink[y * width + x];
    }

    /** The part inside a box, copied. */
    public GrayImage crop(Box box) {
        var part = new float[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(ink, (box.y() + y) * width + box.x(), part, y * box.width(), box.width());
        }
        return new GrayImage(box.width(), box.height(), part);
    }

    /** The same in 256 levels, as an 8-bit picture holds it. */
    public GrayImage quantized() {
        var levels = new float[ink.length];
        for (int i = 0; i < ink.length; i++) {
            levels[i] = Math.round(255 * ink[i]) / 255f;
        }
        return new GrayImage(width, height, levels);
    }
}
