package org.digitlens.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;

/**
 * How a camera was held: EXIF's orientation tag, 1 to 8 (CIPA DC-008, 4.6.4). Readers of ImageIO do not apply it.
 *
 * @param tag 1 = upright, 2 = mirrored, 3 = upside down, 4 = 3 mirrored, 5 to 8 = the same with rows and columns swapped
 */
record Orientation(int tag) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /** The file's orientation; upright where it says nothing sensible. */
    static Orientation of(PictureFormat format, byte[] file) {
        if (format != PictureFormat.JPEG && format != PictureFormat.TIFF && format != PictureFormat.WEBP) {
            return UPRIGHT;
        }
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length);
            var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer tag = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return tag == null || tag < 1 || tag > 8 ? UPRIGHT : new Orientation(tag);
        } catch (ImageProcessingException | IOException | RuntimeException e) { // damaged metadata is no reason to refuse
            return UPRIGHT;
        }
    }

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
