package org.digitlens.document;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.digitlens.decoding.Deadline;
import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.decoding.RowReducer;

/** Decodes a picture inside a PDF (ISO 32000-1, 8.9) once its declared size is known to be acceptable, large ones reduced. */
final class PdfImage {

    private static final int MAX_SIDE = 30_000;
    private static final long BYTES_PER_PIXEL = 8; // four components of 16 bits
    private static final int SPARE = 1024;

    private final COSDictionary dictionary;
    private final PictureDecoder decoder;
    private final Deadline deadline;
    private final int width;
    private final int height;
    private final boolean stencil;

    /** @param dictionary of the picture's properties; those of a picture inside the contents may be abbreviated */
    PdfImage(COSDictionary dictionary, PictureDecoder decoder, Deadline deadline) throws IOException {
        this.dictionary = dictionary;
        this.decoder = decoder;
        this.deadline = deadline;
        width = dictionary.getInt(COSName.WIDTH, COSName.W, 0);
        height = dictionary.getInt(COSName.HEIGHT, COSName.H, 0);
        stencil = dictionary.getBoolean(COSName.IMAGE_MASK, COSName.IM, false);
        if (width < 1 || height < 1) {
            throw new IOException("a picture of " + width + " x " + height + " pixels");
        }
        if (Math.max(width, height) > MAX_SIDE || (long) width * height > decoder.limits().maxPixels()) {
            throw new PictureException.TooLarge("The PDF declares a picture of %d x %d = %,d pixels; expected at most %,d pixels, and at most %,d a side."
                .formatted(width, height, (long) width * height, decoder.limits().maxPixels(), MAX_SIDE));
        }
    }

    /**
     * The picture, with alpha.
     *
     * @param raw       its packed bytes
     * @param resources where colour spaces are looked up by name
     * @param ink       the colour of a stencil, {@code 0xRRGGBB}
     */
    BufferedImage decode(byte[] raw, COSDictionary resources, int ink) throws IOException {
        BufferedImage image = pixels(raw, resources, ink);
        if (!stencil) {
            cutOut(image, COSName.SMASK);
            cutOut(image, COSName.MASK);
        }
        return image;
    }

    private BufferedImage pixels(byte[] raw, COSDictionary resources, int ink) throws IOException {
        long most = BYTES_PER_PIXEL * ((long) width * height + height) + SPARE;
        PdfStreams.Unpacked unpacked = PdfStreams.unpack(dictionary, raw, most, deadline);
        deadline.check();
        if (unpacked.isJpeg()) {
            Picture picture = decoder.decodePart(unpacked.bytes(), deadline);
            return image(picture.width(), picture.height(), picture.rgb());
        }
        return samples(unpacked.bytes(), resources, ink);
    }

    private static BufferedImage image(int width, int height, int[] rgb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] |= 0xff000000;
        }
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    private BufferedImage samples(byte[] bytes, COSDictionary resources, int ink) throws IOException {
        PdfColours colours = stencil ? PdfColours.GREY
            : PdfColours.of(dictionary.getDictionaryObject(COSName.COLORSPACE, COSName.CS), resources, deadline);
        int bits = stencil ? 1 : dictionary.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 8);
        var samples = new PdfSamples(bytes, width, bits, colours, decode());
        var reducer = new RowReducer(width, height, Picture.reductionFor(width, height));
        for (int y = 0; y < height; y++) {
            deadline.step();
            if (stencil) {
                samples.stencilRow(y, ink, reducer.line());
            } else {
                samples.row(y, reducer.line());
            }
            reducer.addLine();
        }
        var image = new BufferedImage(reducer.width(), reducer.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, reducer.width(), reducer.height(), reducer.argb(), 0, reducer.width());
        return image;
    }

    /** The Decode array; empty where there is none. */
    private float[] decode() {
        COSBase found = dictionary.getDictionaryObject(COSName.DECODE, COSName.D);
        int count = found instanceof COSArray array ? Math.min(64, array.size()) : 0;
        var decode = new float[count];
        for (int i = 0; i < count; i++) {
            decode[i] = ((COSArray) found).getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return decode;
    }

    /** Makes those pixels transparent that a mask, a picture of its own, leaves out. */
    private void cutOut(BufferedImage image, COSName kind) throws IOException {
        if (!(dictionary.getDictionaryObject(kind) instanceof COSStream mask)) {
            return;
        }
        var parts = new PdfImage(mask, decoder, deadline);
        BufferedImage opacity = parts.pixels(PdfStreams.raw(mask), new COSDictionary(), 0);
        for (int y = 0; y < image.getHeight(); y++) {
            deadline.step();
            for (int x = 0; x < image.getWidth(); x++) {
                int there = opacity.getRGB(x * opacity.getWidth() / image.getWidth(), y * opacity.getHeight() / image.getHeight());
                int alpha = parts.stencil ? there >>> 24 : there & 255;
                image.setRGB(x, y, image.getRGB(x, y) & 0xffffff | (image.getRGB(x, y) >>> 24) * alpha / 255 << 24);
            }
        }
    }
}
