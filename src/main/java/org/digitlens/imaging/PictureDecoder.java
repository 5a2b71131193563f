package org.digitlens.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads files that strangers send. The format is told by the first bytes, the declared size is checked before anything
 * is allocated for pixels, and the pixels being read at one moment by all threads together are bounded.
 *
 * <p>Transparent pictures are laid over paper, rotated ones (EXIF) are set upright, and pictures above {@value
 * Picture#MAX_DECODED_PIXELS} pixels are reduced while they are read. Of a file with several frames the first is read.
 * Safe for use by many threads.
 */
public final class PictureDecoder {

    /** Longest side that is read, in pixels. */
    static final int MAX_SIDE = 30_000;

    private static final int PIXELS_PER_PERMIT = 10_000;
    private static final int PATIENCE_SECONDS = 5;
    private static final int SMALL = 500_000;

    private final long maxPixels;
    private final int permits;
    private final Semaphore budget;

    /**
     * @param maxPixels      most pixels that a file may declare
     * @param pixelsAtOnce   most declared pixels of all files that are read at the same moment; a file that needs more
     *                       waits a few seconds for its turn, and is then refused as {@link PictureException.Busy}
     */
    public PictureDecoder(long maxPixels, long pixelsAtOnce) {
        if (maxPixels < 1 || maxPixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("expected 1 to " + Integer.MAX_VALUE + " pixels, found " + maxPixels);
        }
        this.maxPixels = maxPixels;
        this.permits = (int) Math.max(1, Math.max(maxPixels, pixelsAtOnce) / PIXELS_PER_PERMIT);
        this.budget = new Semaphore(permits, true);
    }

    /**
     * The picture in a file.
     *
     * @throws PictureException when it is no picture, is damaged, too large, or too many are being read
     */
    public Picture decode(byte[] file) {
        PictureFormat format = PictureFormat.of(file)
            .orElseThrow(() -> new PictureException.Unsupported(PictureFormat.describe(file)));
        try {
            if (format == PictureFormat.PNG) {
                var png = new PngDecoder(file);
                if (!png.interlaced()) {
                    return within(format, png.width(), png.height(), png::decode);
                }
            }
            return decodeWithImageIo(format, file);
        } catch (PictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // readers meet damaged files with exceptions of many kinds
            throw new PictureException.Corrupt(format, "it is damaged or incomplete", e);
        }
    }

    private Picture decodeWithImageIo(PictureFormat format, byte[] file) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new PictureException.Unsupported("a " + format + " file, for which no reader is installed");
        }
        var declared = new HeaderCheck(format, file);
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return within(format, Math.max(declared.width(), reader.getWidth(0)), Math.max(declared.height(), reader.getHeight(0)),
                () -> read(format, reader, file));
        } finally {
            reader.dispose();
        }
    }

    private static Picture read(PictureFormat format, ImageReader reader, byte[] file) throws IOException {
        int reduction = Picture.reductionFor(reader.getWidth(0), reader.getHeight(0));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(reduction, reduction, 0, 0);
        BufferedImage image = reader.read(0, param);
        return Orientation.of(format, file)
            .apply(Picture.flatten(image.getWidth(), image.getHeight(), argb(image), reduction));
    }

    /** The colours, not premultiplied. Grey is taken as it is stored: Java2D would take it for linear and brighten it. */
    private static int[] argb(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ColorModel colours = image.getColorModel();
        if (colours instanceof ComponentColorModel && colours.getNumColorComponents() == 1) {
            int[] grey = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
            int most = (1 << colours.getComponentSize(0)) - 1;
            for (int i = 0; i < argb.length; i++) {
                argb[i] = argb[i] & 0xff000000 | (int) ((grey[i] & most) * 255L / most) * 0x010101;
            }
        }
        return argb;
    }

    /** Reads pixels once the declared size is known to be acceptable, and when there is room for them. */
    private Picture within(PictureFormat format, int width, int height, PixelSource pixels) throws IOException {
        if (width < 1 || height < 1) {
            throw new PictureException.Corrupt(format, "it declares " + width + " x " + height + " pixels", null);
        }
        if ((long) width * height > maxPixels || Math.max(width, height) > MAX_SIDE) {
            throw new PictureException.TooLarge(format, width, height, maxPixels);
        }
        if (width * height <= SMALL) { // what a canvas sends never waits for somebody's photos
            return pixels.read();
        }
        int needed = Math.min(permits, 1 + width * height / PIXELS_PER_PERMIT);
        try {
            if (!budget.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new PictureException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PictureException.Busy();
        }
        try {
            return pixels.read();
        } finally {
            budget.release(needed);
        }
    }

    @FunctionalInterface
    private interface PixelSource {
        Picture read() throws IOException;
    }
}
