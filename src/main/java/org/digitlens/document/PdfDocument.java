package org.digitlens.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.digitlens.decoding.Deadline;
import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;

/** The pages of a PDF, each painted when it is asked for. Used by one thread. */
final class PdfDocument implements PictureDocument {

    private static final int MAX_CONTENTS = 16 << 20;

    /** Held, since a logger that nobody holds forgets its level. */
    private static final List<Logger> SILENT = List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF)); // strangers' files are no reason to fill a log
    }

    private final PictureDecoder decoder;
    private final PdfSource source;
    private final PDDocument document;
    private final List<PdfPage> pages;

    /**
     * Reads the structure of a file.
     *
     * @param maxPages most pages that it may have
     */
    PdfDocument(byte[] file, int maxPages, PictureDecoder decoder) {
        this.decoder = decoder;
        source = new PdfSource(file, deadline());
        PDDocument opened = null;
        try {
            opened = decoder.within("PDF", decoder.limits().maxPixels(), () -> new PdfParser(source).parse());
            document = opened;
            pages = decoder.within("PDF", decoder.limits().maxPixels(),
                () -> PdfPages.of(document.getDocument().getTrailer().getCOSDictionary(COSName.ROOT), maxPages,
                    decoder.limits().maxPixels()));
        } catch (PictureException e) {
            close(opened);
            throw e;
        }
    }

    private Deadline deadline() {
        return Deadline.in(decoder.limits().maxSeconds());
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public Picture page(int index) {
        PdfPage page = pages.get(index);
        return decoder.within("PDF", decoder.limits().maxPixels(), () -> {
            Deadline deadline = deadline();
            source.setDeadline(deadline);
            var painter = new PdfPainter(page.width(), page.height());
            var contents = new PdfContents(page, painter, decoder, deadline);
            contents.run(contents(page, deadline));
            PdfAnnotations.paint(page, contents);
            return painter.picture();
        });
    }

    /** A page's contents, which may be in several parts. */
    private static byte[] contents(PdfPage page, Deadline deadline) throws IOException {
        COSBase contents = page.get("Contents");
        if (contents instanceof COSStream stream) {
            return PdfStreams.content(stream, MAX_CONTENTS, deadline);
        }
        var all = new ByteArrayOutputStream();
        for (int i = 0; contents instanceof COSArray parts && i < parts.size(); i++) {
            if (parts.getObject(i) instanceof COSStream part) {
                all.writeBytes(PdfStreams.content(part, MAX_CONTENTS - all.size(), deadline));
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        close(document);
    }

    private static void close(PDDocument document) {
        IOUtils.closeQuietly(document);
        COSName.clearResources(); // PDFBox keeps every name that it ever met, for all documents
    }
}
