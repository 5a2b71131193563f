package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.digitlens.decoding.PictureException;

/** Holds that a file is refused as it should be, quickly, and without much memory. */
final class Refusals {

    private static final int SECONDS = 5; // for a page
    private static final long MAX_MILLISECONDS = 8_000; // of the processor
    private static final com.sun.management.ThreadMXBean THREADS =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();

    private Refusals() { }

    static void assertRefused(Class<? extends PictureException> kind, String named, byte[] file) {
        assertRefused(kind, named, file, 100 << 20);
    }

    /** @param mostAllocated bytes that this thread may allocate meanwhile */
    static void assertRefused(Class<? extends PictureException> kind, String named, byte[] file, long mostAllocated) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        PictureException failure = assertThrows(kind, () -> readAll(file));
        long milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(failure.getMessage().contains(named), failure.getMessage());
        assertTrue(milliseconds < MAX_MILLISECONDS, milliseconds + " ms");
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(bytes < mostAllocated, bytes + " bytes allocated");
    }

    /** Holds that a file is read as what it says, quickly, and without much memory. */
    static void assertRead(String text, byte[] file) {
        long start = THREADS.getCurrentThreadCpuTime();
        assertEquals(text, Reads.text(file));
        long milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(milliseconds < MAX_MILLISECONDS, milliseconds + " ms");
    }

    /** Holds that a file is read or refused, quickly, and without much memory. */
    static void assertBounded(byte[] file, long mostAllocated) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            readAll(file);
        } catch (PictureException expected) {
            assertTrue(expected.getMessage().length() > 10);
        }
        long milliseconds = (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(milliseconds < MAX_MILLISECONDS, milliseconds + " ms");
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(bytes < mostAllocated, bytes + " bytes allocated");
    }

    private static void readAll(byte[] file) {
        try (PictureDocument document = new DocumentReader(Reads.decoder(SECONDS)).open(file)) {
            for (int page = 0; page < document.pages(); page++) {
                document.page(page);
            }
        }
    }
}
