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

    private static final int ENCRYPTED = 1;
    private static final int STRONGLY_ENCRYPTED = 1 << 6;
    private static final int DIRECTORY_ENCRYPTED = 1 << 13;

    boolean isEncrypted() {
        return (flags & (ENCRYPTED | STRONGLY_ENCRYPTED | DIRECTORY_ENCRYPTED)) != 0;
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
