package org.digitlens.document;

/**
 * A file in a ZIP archive, as the archive's directory tells of it (APPNOTE.TXT 4.3.12).
 *
 * @param name     as stored
 * @param flags    general purpose bits
 * @param method   0 = stored, 8 = deflated
 * @param crc      CRC-32 of the unpacked bytes
 * @param packed   bytes in the archive
 * @param unpacked bytes once unpacked
 * @param header   where its own header lies in the archive
 */
record ArchiveEntry(String name, int flags, int method, int crc, long packed, long unpacked, long header) {

    /** The flags of an encrypted file, a strongly encrypted one, and an encrypted directory. */
    static final int ENCRYPTIONS = 1 | 1 << 6 | 1 << 13;

    boolean isEncrypted() {
        return (flags & ENCRYPTIONS) != 0;
    }

    /** Directories, and what operating systems leave in archives beside the files that somebody chose. */
    boolean isSkipped() {
        String path = name.replace('\\', '/');
        if (path.endsWith("/") || path.startsWith("__MACOSX/")) {
            return true;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.startsWith(".") || file.equalsIgnoreCase("Thumbs.db") || file.equalsIgnoreCase("desktop.ini");
    }
}
