package org.digitlens.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.digitlens.decoding.FileKind;
import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.decoding.PictureFormat;

/**
 * Opens files that may hold several pictures: TIFF and PDF their pages, all others one. The first bytes decide what a file is, and
 * nothing else in it is interpreted. Safe for use by many threads.
 */
public final class DocumentReader {

    private static final int MAX_PAGES = 100;
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.ISO_8859_1);

    private static final String EXPECTED = "a picture: " + PictureFormat.names() + ", or PDF";

    private final PictureDecoder decoder;
    private final int maxPages;

    /** @param decoder reads each single picture, and knows the limits */
    public DocumentReader(PictureDecoder decoder) {
        this(decoder, MAX_PAGES);
    }

    /**
     * @param decoder  reads each single picture, and knows the limits
     * @param maxPages most pages of one file
     */
    public DocumentReader(PictureDecoder decoder, int maxPages) {
        if (maxPages < 1) {
            throw new IllegalArgumentException("expected at least 1 page, found " + maxPages);
        }
        this.decoder = decoder;
        this.maxPages = maxPages;
    }

    /**
     * Opens a file for reading its pages.
     *
     * @throws PictureException when it is nothing that is read, is damaged, too large, or too many are being read
     */
    public PictureDocument open(byte[] file) {
        if (isPdf(file)) {
            return new PdfDocument(file, maxPages, decoder);
        }
        if (PictureFormat.of(file).isEmpty()) {
            throw new PictureException.Unsupported(FileKind.describe(file), EXPECTED);
        }
        int pages = decoder.pages(file);
        if (pages > maxPages) {
            throw new PictureException.TooLarge("The TIFF file has %,d pages; expected at most %,d.".formatted(pages, maxPages));
        }
        return new PictureFile(file, pages, decoder);
    }

    private static boolean isPdf(byte[] file) {
        return file.length >= PDF.length && Arrays.equals(file, 0, PDF.length, PDF, 0, PDF.length);
    }

    private record PictureFile(byte[] file, int pages, PictureDecoder decoder) implements PictureDocument {

        @Override
        public Picture page(int index) {
            return decoder.decode(file, index);
        }

        @Override
        public void close() { }
    }
}
