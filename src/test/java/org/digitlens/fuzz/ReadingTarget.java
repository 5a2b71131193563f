package org.digitlens.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.sun.management.ThreadMXBean;

import org.digitlens.classifier.Models;
import org.digitlens.document.ArchiveLimits;
import org.digitlens.document.ArchiveReader;
import org.digitlens.document.DocumentReader;
import org.digitlens.document.PictureDocument;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.decoding.PictureLimits;
import org.digitlens.reading.NumberReader;
import org.digitlens.reading.Reading;

/**
 * The way of any bytes whatever from a file to what is written on its pages, archives included. They are read, or refused as a
 * {@link PictureException}; nothing else may happen, it may take neither long nor much memory, and twice the same.
 */
final class ReadingTarget {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int DECODING_SECONDS = 5;
    private static final NumberReader READER = new NumberReader(Models.catalogue().find("softmax").orElseThrow());

    private final PictureDecoder decoder;
    private final ArchiveReader archives;
    private final long maxSeconds;
    private final long maxBytes;

    /**
     * @param maxPixels  that a picture may declare
     * @param maxSeconds of this thread's processor time for one input
     * @param maxBytes   that this thread may allocate for one input, whether they are freed meanwhile or not
     */
    ReadingTarget(long maxPixels, long maxSeconds, long maxBytes) {
        decoder = new PictureDecoder(new PictureLimits(maxPixels, 2 * maxPixels, 0, DECODING_SECONDS));
        archives = new ArchiveReader(new ArchiveLimits(20, 1_000_000, 3_000_000, 100));
        this.maxSeconds = maxSeconds;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads a file and holds it to all that is promised.
     *
     * @param twice whether to read it again, which must say the same
     */
    void check(byte[] file, boolean twice) {
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        List<String> first = outcomes(file);
        long milliseconds = (THREADS.getCurrentThreadCpuTime() - time) / 1_000_000;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        assertTrue(milliseconds < 1000 * maxSeconds, milliseconds + " ms");
        assertTrue(allocated < maxBytes, allocated + " bytes allocated");
        List<String> second = twice ? outcomes(file) : first;
        assertTrue(first.equals(second) || isSlow(first) || isSlow(second), () -> "read as " + first + ", then as " + second);
    }

    /** Reads files without holding them to anything, so that what happens only once is not counted for the next. */
    void warmUp(Iterable<byte[]> files) {
        files.forEach(this::outcomes);
    }

    private static boolean isSlow(List<String> outcomes) {
        return outcomes.stream().anyMatch(outcome -> outcome.contains("took longer than"));
    }

    private List<String> outcomes(byte[] file) {
        var outcomes = new ArrayList<String>();
        if (!ArchiveReader.isArchive(file)) {
            pages("", file, outcomes);
            return outcomes;
        }
        var files = new ArrayList<Map.Entry<String, byte[]>>();
        try {
            archives.read(file, new ArchiveReader.Visitor() {
                @Override
                public void file(String name, byte[] content) {
                    files.add(Map.entry(name, content));
                }

                @Override
                public void refused(String name, PictureException why) {
                    outcomes.add(name + ": " + why.getMessage());
                }
            });
        } catch (PictureException e) {
            outcomes.add(e.getMessage());
        }
        files.forEach(each -> pages(each.getKey(), each.getValue(), outcomes));
        return outcomes;
    }

    private void pages(String name, byte[] file, List<String> outcomes) {
        try (PictureDocument document = new DocumentReader(decoder, 20).open(file)) {
            for (int page = 0; page < document.pages(); page++) {
                outcomes.add(name + " " + page + " " + page(document, page));
            }
        } catch (PictureException e) {
            outcomes.add(name + ": " + e.getMessage());
        }
    }

    private static String page(PictureDocument document, int page) {
        try {
            Reading reading = READER.read(document.page(page));
            return reading.text() + " " + reading.marks() + reading.digits().stream().map(digit -> digit.box() + " "
                + Arrays.hashCode(digit.input().ink()) + Arrays.toString(digit.prediction().probabilities())).toList();
        } catch (PictureException e) {
            return e.getMessage();
        }
    }
}
