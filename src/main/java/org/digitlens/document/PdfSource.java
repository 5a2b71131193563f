package org.digitlens.document;

import java.io.IOException;

import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;

/**
 * A PDF's bytes as PDFBox's parser reads them. The parser makes objects of what it reads byte by byte, and jumps over the rest;
 * so counting these bytes bounds the objects, and the time is looked at on the way.
 */
final class PdfSource extends RandomAccessReadBuffer {

    private static final long MAX_PARSED = 4_000_000;

    private Deadline deadline;
    private long parsed;

    PdfSource(byte[] file, Deadline deadline) {
        super(file);
        this.deadline = deadline;
    }

    void setDeadline(Deadline next) {
        deadline = next;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Counts bytes that are made objects of. */
    void charge(long bytes) {
        parsed += bytes;
        if (parsed > MAX_PARSED) {
            throw new PictureException.TooLarge("The PDF describes itself in more than %,d bytes beside its pictures; expected fewer."
                .formatted(MAX_PARSED));
        }
    }

    @Override
    public int read() throws IOException {
        deadline.step();
        charge(1);
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        deadline.step();
        return super.read(target, offset, length);
    }
}
