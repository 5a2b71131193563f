package org.digitlens.document;

import org.digitlens.imaging.Picture;
import org.digitlens.imaging.PictureDecoder;

/** Opens files that may hold several pictures. Safe for use by many threads. */
public final class DocumentReader {

    private final PictureDecoder decoder;

    /** @param decoder reads each single picture */
    public DocumentReader(PictureDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Opens a file for reading its pages.
     *
     * @throws org.digitlens.imaging.PictureException when it is nothing that is read, is damaged, too large, or too many are
     *         being read
     */
    public PictureDocument open(byte[] file) {
        Picture picture = decoder.decode(file);
        return new PictureDocument() {
            @Override
            public int pages() {
                return 1;
            }

            @Override
            public Picture page(int index) {
                return picture;
            }

            @Override
            public void close() { }
        };
    }
}
