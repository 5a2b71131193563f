package org.digitlens.recognition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.ws.rs.core.StreamingOutput;

/**
 * Writes each page as soon as it is read, so that one is in memory at a time; once the client has gone away, nothing more is
 * read. Nothing is written before the first page, so what stops all of them is still answered as a problem.
 */
final class ReadingStream implements StreamingOutput {

    private static final Logger LOGGER = Logger.getLogger(ReadingStream.class.getName());

    private final Transcription transcription;
    private final Uploads uploads;
    private final ReadingFormat format;

    ReadingStream(Transcription transcription, Uploads uploads, ReadingFormat format) {
        this.transcription = transcription;
        this.uploads = uploads;
        this.format = format;
    }

    @Override
    public void write(OutputStream out) {
        var first = new boolean[] {true};
        try {
            transcription.each(uploads, result -> {
                write(out, format.page(result, first[0]));
                first[0] = false;
            });
            write(out, format.end());
        } catch (UncheckedIOException e) {
            LOGGER.log(Level.FINE, "A client has gone away", e);
        }
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
