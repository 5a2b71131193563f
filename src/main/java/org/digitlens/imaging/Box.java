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

    /** The first column to its right. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    /** Its middle, in pixels from the picture's left edge. */
    public double centreX() {
        return x + width / 2.0;
    }

    /** Its middle, in pixels from the picture's upper edge. */
    public double centreY() {
        return y + height / 2.0;
    }

    /** How far another box is away, along rows or columns, whichever is more, in pixels; at most 0 where they overlap. */
    public int distance(Box other) {
        return Math.max(Math.max(other.x - right(), x - other.right()), Math.max(other.y - bottom(), y - other.bottom()));
    }

    /** The box around this one and another. */
    public Box with(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** This box with so many columns more on either side, and so many rows; it may reach beyond the picture. */
    public Box grown(int columns, int rows) {
        return new Box(x - columns, y - rows, width + 2 * columns, height + 2 * rows);
    }

    /** This box in a picture that is so many times larger. */
    public Box times(int factor) {
        return factor == 1 ? this : new Box(x * factor, y * factor, width * factor, height * factor);
    }
}
