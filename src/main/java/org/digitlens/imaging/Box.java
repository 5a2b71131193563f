package org.digitlens.imaging;

/**
 * A rectangle of whole pixels.
 *
 * @param x      left edge
 * @param y      upper edge
 * @param width  at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {

    public Box {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box has at least one pixel, found " + width + " x " + height);
        }
    }

    /** The longer side in pixels. */
    public int longerSide() {
        return Math.max(width, height);
    }

    /** This box in a picture that is so many times larger. */
    public Box times(int factor) {
        return factor == 1 ? this : new Box(x * factor, y * factor, width * factor, height * factor);
    }
}
