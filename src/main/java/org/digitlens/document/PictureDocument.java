package org.digitlens.document;

import org.digitlens.imaging.Picture;

/** A file that has been opened: one picture, or several pages, decoded one by one as they are asked for. */
public interface PictureDocument extends AutoCloseable {

    /** How many pages there are, at least 1. */
    int pages();

    /**
     * One page, decoded now and not kept.
     *
     * @param index from 0
     * @throws org.digitlens.decoding.PictureException when this page cannot be read
     */
    Picture page(int index);

    @Override
    void close();
}
