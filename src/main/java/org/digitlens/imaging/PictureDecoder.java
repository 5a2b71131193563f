package org.digitlens.imaging;

import java.io.IOException;

/**
 * Reads files that strangers send. The format is told by the first bytes, the declared size is checked before anything
 * is allocated for pixels, the pixels being read at one moment by all threads together are bounded, and so is the time that one
 * picture takes.
 *
 * <p>Transparent pictures are laid over paper, rotated ones (EXIF) are set upright, and pictures above {@value
 * Picture#MAX_DECODED_PIXELS} pixels are reduced while they are read. Of a file with several frames the first is read, of a TIFF
 * each page. Safe for use by many threads.
 */
public final class PictureDecoder {

    /** Longest side that is read, in pixels. */
    static final int MAX_SIDE = 30_000;

    private final PictureLimits limits;
    private final PixelBudget budget;

    public PictureDecoder(PictureLimits limits) {
        this.limits = limits;
        this.budget = new PixelBudget(limits);
    }

    /**
     * A decoder with the other limits at their defaults.
     *
     * @param maxPixels      most pixels that a file may declare
     * @param pixelsAtOnce   most declared pixels of all files that are read at the same moment; a file that needs more
     *                       waits a few seconds for its turn, and is then refused as {@link PictureException.Busy}
     */
    public PictureDecoder(long maxPixels, long pixelsAtOnce) {
        this(new PictureLimits(maxPixels, pixelsAtOnce));
    }

    public PictureLimits limits() {
        return limits;
    }

    /**
     * How many pictures a file holds that are read: the pages of a TIFF, 1 of any other.
     *
     * @throws PictureException when it is no picture, or a damaged TIFF
     */
    public int pages(byte[] file) {
        if (PictureFormat.of(file).orElse(null) != PictureFormat.TIFF) {
            return 1;
        }
        try {
            return new TiffFile(file).pages();
        } catch (IndexOutOfBoundsException e) {
            throw new PictureException.Corrupt(PictureFormat.TIFF, "it is damaged or incomplete", e);
        }
    }

    /**
     * The picture in a file, the first where there are several.
     *
     * @throws PictureException when it is no picture, is damaged, too large, too slow, or too many are being read
     */
    public Picture decode(byte[] file) {
        return decode(file, 0);
    }

    /**
     * One of the pictures in a file.
     *
     * @param page from 0
     * @throws PictureException when it is no picture, is damaged, too large, too slow, or too many are being read
     */
    public Picture decode(byte[] file, int page) {
        return read(file, page, true);
    }

    /**
     * The picture in a file as it is stored, whatever it says of how the camera was held.
     *
     * @throws PictureException when it is no picture, is damaged, too large, too slow, or too many are being read
     */
    public Picture decodeUnturned(byte[] file) {
        return read(file, 0, false);
    }

    private Picture read(byte[] file, int page, boolean upright) {
        PictureFormat format = PictureFormat.of(file)
            .orElseThrow(() -> new PictureException.Unsupported(PictureFormat.describe(file)));
        try {
            return format == PictureFormat.PNG ? png(file, upright) : other(format, PictureFile.of(format, file, page), upright);
        } catch (PictureException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) { // readers meet damaged files with exceptions of many kinds
            throw new PictureException.Corrupt(format, "it is damaged or incomplete", e);
        }
    }

    private Picture png(byte[] file, boolean upright) throws IOException {
        var png = new PngDecoder(file);
        Orientation orientation = upright ? png.orientation() : Orientation.UPRIGHT;
        if (png.interlaced()) {
            return other(PictureFormat.PNG, new PictureFile(png.width(), png.height(), orientation, png.essential(), 0), upright);
        }
        checkSize(PictureFormat.PNG, png.width(), png.height());
        return budget.within((long) png.width() * png.height(),
            () -> orientation.apply(png.decode(Deadline.in(limits.maxSeconds()))));
    }

    private Picture other(PictureFormat format, PictureFile file, boolean upright) throws IOException {
        checkSize(format, file.width(), file.height());
        Orientation orientation = upright ? file.orientation() : Orientation.UPRIGHT;
        return budget.within((long) file.width() * file.height(),
            () -> orientation.apply(new ImageIoReader(format, file, Deadline.in(limits.maxSeconds())).read()));
    }

    private void checkSize(PictureFormat format, int width, int height) {
        if (width < 1 || height < 1) {
            throw new PictureException.Corrupt(format, "it declares " + width + " x " + height + " pixels", null);
        }
        if ((long) width * height > limits.maxPixels() || Math.max(width, height) > MAX_SIDE) {
            throw new PictureException.TooLarge(format, width, height, limits.maxPixels());
        }
    }
}
