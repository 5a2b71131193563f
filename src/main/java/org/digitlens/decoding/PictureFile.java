package org.digitlens.decoding;

import java.nio.BufferUnderflowException;
import java.util.Optional;

/**
 * A file as far as its structure tells, before any pixel is read, and reduced to the parts that pixels are made of: metadata,
 * colour profiles, thumbnails and further frames are gone, so that no reader gets to see them.
 *
 * @param width       in pixels; the largest that any part of the file declares
 * @param height      in pixels; the largest that any part of the file declares
 * @param orientation how the picture is to be turned upright
 * @param essential   the file that is handed to a reader
 * @param index       which of the essential file's frames is the picture
 */
record PictureFile(int width, int height, Orientation orientation, byte[] essential, int index) {

    /**
     * Looks through a file of ImageIO's formats.
     *
     * @param page from 0; only TIFF files have further ones
     * @throws PictureException when it claims what it cannot hold, or holds what is not read here
     */
    static PictureFile of(PictureFormat format, byte[] file, int page) {
        try {
            return switch (format) {
                case JPEG -> JpegFile.read(file);
                case GIF -> GifFile.read(file);
                case WEBP -> WebpFile.read(file);
                case BMP -> BmpFile.read(file);
                case TIFF -> new TiffFile(file).page(page);
                case PNG -> throw new IllegalArgumentException("PNG has a reader of its own");
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new PictureException.Corrupt(format, "it is damaged or incomplete", e);
        }
    }

    PictureFile(int width, int height, Optional<Orientation> orientation, byte[] essential) {
        this(width, height, orientation.orElse(Orientation.UPRIGHT), essential, 0);
    }
}
