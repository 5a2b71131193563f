package org.digitlens.recognition;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.document.ArchiveReader;
import org.digitlens.document.PictureDocument;
import org.digitlens.decoding.PictureException;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** One request's work: opens its files one after another and reads their pages. What fails is told, and the next one is read. */
final class Transcription {

    private static final Logger LOGGER = Logger.getLogger(Transcription.class.getName());

    private final PageReader reader;
    private final ArchiveReader archives;
    private final Transcriber.Limits limits;
    private final long start = System.nanoTime();

    Transcription(PageReader reader, ArchiveReader archives, Transcriber.Limits limits) {
        this.reader = reader;
        this.archives = archives;
        this.limits = limits;
    }

    /**
     * What is read where there is one file of one page; empty where there is more.
     *
     * @param uploads one file is looked at more than once, and so must be {@linkplain Upload#held held}
     * @throws PictureException when it cannot be read
     * @throws ProblemException when it is too large, or its digits cannot be explained as asked
     */
    Optional<Transcript> single(Uploads uploads) {
        if (!uploads.isOne() || ArchiveReader.isArchive(uploads.first())) {
            return Optional.empty();
        }
        try (PictureDocument document = opened(uploads.first())) {
            return document.pages() > 1 ? Optional.empty() : Optional.of(reader.read(() -> document.page(0)));
        }
    }

    /**
     * Reads every page of every file.
     *
     * @param sink takes each page in order; what it throws ends the work
     * @throws PictureException when the only file is an archive that cannot be read as a whole
     */
    void each(Uploads uploads, Consumer<PageResult> sink) {
        var bounded = new Bounded(sink);
        try {
            for (Upload upload : uploads.files()) {
                upload(upload, uploads.isOne(), bounded);
            }
        } catch (Bounded.Full e) {
            LOGGER.log(Level.FINE, "A request has more than {0} pages", limits.pages());
        }
    }

    private void upload(Upload upload, boolean alone, Consumer<PageResult> sink) {
        byte[] file;
        try {
            checkTime();
            file = upload.bytes();
        } catch (RuntimeException e) {
            sink.accept(PageResult.failed(upload.name(), problem(e)));
            return;
        }
        if (!ArchiveReader.isArchive(file)) {
            pages(upload.name(), file, sink);
            return;
        }
        try {
            archive(file, sink);
        } catch (PictureException e) {
            if (alone) {
                throw e;
            }
            sink.accept(PageResult.failed(upload.name(), problem(e)));
        }
    }

    private void archive(byte[] zip, Consumer<PageResult> sink) {
        archives.read(zip, new ArchiveReader.Visitor() {
            @Override
            public void file(String name, byte[] content) {
                pages(name, content, sink);
            }

            @Override
            public void refused(String name, PictureException why) {
                sink.accept(PageResult.failed(name, problem(why)));
            }
        });
    }

    private void pages(String name, byte[] file, Consumer<PageResult> sink) {
        PictureDocument opened;
        try {
            checkTime();
            opened = opened(file);
        } catch (RuntimeException e) {
            sink.accept(PageResult.failed(name, problem(e)));
            return;
        }
        try (PictureDocument document = opened) {
            for (int page = 1; page <= document.pages(); page++) {
                sink.accept(page(name, document, page));
            }
        }
    }

    private PageResult page(String name, PictureDocument document, int page) {
        long begun = System.nanoTime();
        try {
            checkTime();
            Transcript transcript = reader.read(() -> document.page(page - 1));
            return PageResult.read(name, page, System.nanoTime() - begun, transcript);
        } catch (RuntimeException e) {
            return PageResult.failed(name, page, System.nanoTime() - begun, problem(e));
        }
    }

    /** A request of many slow pages must not keep a thread, and room for pixels, for as long as it likes. */
    private void checkTime() {
        if (System.nanoTime() - start > limits.seconds() * 1_000_000_000L) {
            throw new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE, "Not read: the pages before took all of the "
                + limits.seconds() + " seconds that one request may take. Send this one again with fewer others."));
        }
    }

    private PictureDocument opened(byte[] file) {
        if (file.length > limits.fileBytes()) {
            throw tooLarge("Found a file of %,d bytes; expected at most %,d bytes.", file.length, limits.fileBytes());
        }
        return reader.open(file);
    }

    private static ProblemException tooLarge(String detail, Object... values) {
        return new ProblemException(Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, String.format(Locale.ROOT, detail, values)));
    }

    private static Problem problem(RuntimeException failure) {
        if (failure instanceof PictureException unreadable) {
            return PictureExceptionMapper.problem(unreadable);
        } else if (failure instanceof ProblemException known) {
            return known.problem();
        }
        LOGGER.log(Level.SEVERE, "A page could not be read", failure);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "The server failed; the failure has been logged.");
    }

    /** Passes on as many pages as one request may have, then a problem in the place of the next. */
    private final class Bounded implements Consumer<PageResult> {

        private final Consumer<PageResult> sink;
        private int count;

        Bounded(Consumer<PageResult> sink) {
            this.sink = sink;
        }

        @Override
        public void accept(PageResult result) {
            if (count++ < limits.pages()) {
                sink.accept(result);
                return;
            }
            sink.accept(PageResult.failed(result.file(), tooLarge(
                "Found more than %,d pages in one request; expected at most so many. This one and those after it are not read.",
                limits.pages()).problem()));
            throw new Full();
        }

        /** Ends the work. */
        private static final class Full extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Full() {
                super(null, null, false, false);
            }
        }
    }
}
