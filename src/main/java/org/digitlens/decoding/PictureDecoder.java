package org.digitlens.decoding;

import java.io.IOException;

import org.digitlens.imaging.Picture;

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
        return guarded(PictureFormat.TIFF, () -> new TiffFile(file).pages());
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
        return read(file, page);
    }

    /**
     * The JPEG that is part of another file, as it is stored; called within {@link #within}, whose room it uses.
     *
     * @param deadline of the other file
     * @throws PictureException when it is no JPEG, is damaged, too large or too slow
     */
    public Picture decodePart(byte[] jpeg, Deadline deadline) {
        if (PictureFormat.of(jpeg).orElse(null) != PictureFormat.JPEG) {
            throw new PictureException.Corrupt(PictureFormat.JPEG, "it does not begin like one", null);
        }
        return guarded(PictureFormat.JPEG, () -> {
            PictureFile file = PictureFile.of(PictureFormat.JPEG, jpeg, 0);
            checkSize(PictureFormat.JPEG, file.width(), file.height());
            return new ImageIoReader(PictureFormat.JPEG, file, deadline).read();
        });
    }

    /**
     * Does work for which so many pixels have to be in memory, when there is room for them beside the pictures that are read.
     *
     * @param format what is read, for the message
     * @throws PictureException when it is damaged, or too much is being read
     */
    public <T> T within(Object format, long pixels, Work<T> work) {
        return guarded(format, () -> budget.within(pixels, work));
    }

    private Picture read(byte[] file, int page) {
        PictureFormat format = PictureFormat.of(file)
            .orElseThrow(() -> new PictureException.Unsupported(FileKind.describe(file)));
        return guarded(format, () -> format == PictureFormat.PNG ? png(file) : other(format, PictureFile.of(format, file, page)));
    }

    private static <T> T guarded(Object format, Work<T> work) {
        try {
            return work.run();
        } catch (PictureException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) { // readers meet damaged files with exceptions of many kinds
            throw new PictureException.Corrupt(format, "it is damaged or incomplete", e);
        }
    }

    private Picture png(byte[] file) throws IOException {
        var png = new PngDecoder(file);
        if (png.interlaced()) {
            return other(PictureFormat.PNG, new PictureFile(png.width(), png.height(), png.orientation(), png.essential(), 0));
        }
        checkSize(PictureFormat.PNG, png.width(), png.height());
        return budget.within((long) png.width() * png.height(),
            () -> png.orientation().apply(png.decode(Deadline.in(limits.maxSeconds()))));
    }

    private Picture other(PictureFormat format, PictureFile file) throws IOException {
        checkSize(format, file.width(), file.height());
        return budget.within((long) file.width() * file.height(),
            () -> file.orientation().apply(new ImageIoReader(format, file, Deadline.in(limits.maxSeconds())).read()));
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
