package org.digitlens.decoding;

import org.digitlens.imaging.Picture;

/**
 * How a camera was held: EXIF's orientation tag, 1 to 8 (CIPA DC-008, 4.6.4).
 *
 * @param tag 1 = upright, 2 = mirrored, 3 = upside down, 4 = 3 mirrored, 5 to 8 = the same with rows and columns swapped
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    /** The picture set upright. */
    Picture apply(Picture picture) {
        if (tag == 1) {
            return picture;
        }
        int width = tag < 5 ? picture.width() : picture.height();
        int height = tag < 5 ? picture.height() : picture.width();
        var rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                rgb[y * width + x] = picture.rgb()[source(picture, x, y)];
            }
        }
        return new Picture(width, height, rgb, picture.reduction());
    }

    /** Where the pixel that belongs at (x, y) lies in the stored picture. */
    private int source(Picture stored, int x, int y) {
        int column = tag < 5 ? x : y;
        int row = tag < 5 ? y : x;
        if (tag == 2 || tag == 3 || tag == 7 || tag == 8) {
            column = stored.width() - 1 - column;
        }
        if (tag == 3 || tag == 4 || tag == 6 || tag == 7) {
            row = stored.height() - 1 - row;
        }
        return row * stored.width() + column;
    }
}
