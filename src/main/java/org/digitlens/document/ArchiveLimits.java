package org.digitlens.document;

/**
 * How much a ZIP archive may hold.
 *
 * @param maxFiles     most files, hidden ones and directories not counted
 * @param maxFileBytes most bytes of one file, unpacked
 * @param maxBytes     most bytes of all files together, unpacked
 * @param maxRatio     most bytes that one packed byte may unpack to, in files of more than {@value #FREE} bytes
 */
public record ArchiveLimits(int maxFiles, long maxFileBytes, long maxBytes, int maxRatio) {

    /** Bytes that a file may unpack to whatever its ratio: blank paper packs very well. */
    static final int FREE = 1 << 20;

    public ArchiveLimits {
        if (maxFiles < 1 || maxFileBytes < 1 || maxFileBytes > Integer.MAX_VALUE - 8 || maxBytes < 1 || maxRatio < 1) {
            throw new IllegalArgumentException("expected limits of at least 1, and files below 2 GiB, found " + maxFiles + " files, "
                + maxFileBytes + " bytes a file, " + maxBytes + " bytes, ratio " + maxRatio);
        }
    }

    /** Whether a file that declares these sizes would unpack like a bomb. */
    boolean isBomb(long packed, long unpacked) {
        return unpacked > FREE && unpacked / maxRatio > packed;
    }
}
