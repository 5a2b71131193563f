package org.digitlens.imaging;

/**
 * One written sign, cut out of its picture.
 *
 * @param box where it lies in the picture it was cut from
 * @param ink the ink inside the box, of the box's size
 */
public record Glyph(Box box, GrayImage ink) {

    /** A pen stroke is never this thick compared with the sign's longer side; a filled square has 0.5, a disc 0.39. */
    private static final double SOLID = 0.33;

    /** Fewer pixels than this, along the longer side, cannot hold a digit. */
    private static final int LEAST_PIXELS = 8;

    /** Cells along the longer side that tell a patch from a line. */
    private static final int GRID = 32;

    /** A sign shorter than this share of the picture is a speck. */
    private static final double LEAST_SIDE = 0.015;

    /** So is a filled patch shorter than this share: the dot that a pen leaves where it only touched. */
    private static final double DOT = 0.12;

    public Glyph {
        if (ink.width() != box.width() || ink.height() != box.height()) {
            throw new IllegalArgumentException("expected ink of the size of " + box + ", found "
                + ink.width() + " x " + ink.height());
        }
    }

    /** Whether this is a speck of dust in a picture of the given size rather than a sign. */
    public boolean isSpeck(int pictureWidth, int pictureHeight) {
        int side = Math.max(pictureWidth, pictureHeight);
        return box.longerSide() < Math.max(LEAST_PIXELS, LEAST_SIDE * side) || box.longerSide() < DOT * side && isSolid();
    }

    /** Whether this is a filled patch rather than a line. */
    public boolean isSolid() {
        return thickness() > SOLID * box.longerSide();
    }

    /** Mean thickness of the stroke in pixels: twice the area by the length of its outline, sampled on a coarse grid. */
    double thickness() {
        int step = Math.max(1, box.longerSide() / GRID);
        int area = 0;
        int outline = 0;
        var above = new boolean[ink.width() / step + 2];
        for (int y = 0; y < ink.height() + step; y += step) {
            boolean left = false;
            for (int x = 0, column = 0; x < ink.width() + step; x += step, column++) {
                boolean here = x < ink.width() && y < ink.height() && ink.at(x, y) >= 0.5f;
                area += here ? 1 : 0;
                outline += (here != left ? 1 : 0) + (here != above[column] ? 1 : 0);
                left = here;
                above[column] = here;
            }
        }
        return outline == 0 ? 0 : 2.0 * step * area / outline;
    }
}
