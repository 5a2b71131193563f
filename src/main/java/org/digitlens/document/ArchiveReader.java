package org.digitlens.document;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.digitlens.decoding.FileKind;
import org.digitlens.decoding.PictureException;

/**
 * Unpacks the files of a ZIP archive in memory, one after another, within limits. What the archive's directory declares is
 * checked before anything is unpacked, and what is unpacked must be exactly that. Nothing is ever written to disk. Safe for use
 * by many threads.
 */
public final class ArchiveReader {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ArchiveLimits limits;

    /** Gets the files of an archive, in the order of its directory. */
    public interface Visitor {

        /**
         * A file that was unpacked. Whether it is a picture has not been looked at.
         *
         * @param name fit to be shown, as by {@link DisplayName}
         */
        void file(String name, byte[] content);

        /**
         * A file that is not read, because of a limit or because it is damaged.
         *
         * @param name fit to be shown, as by {@link DisplayName}
         */
        void refused(String name, PictureException why);
    }

    public ArchiveReader(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Whether a file's first bytes are a ZIP archive's. */
    public static boolean isArchive(byte[] file) {
        return file.length >= 4 && file[0] == 'P' && file[1] == 'K' && (file[2] == 3 && file[3] == 4 || file[2] == 5 && file[3] == 6);
    }

    /**
     * Unpacks an archive. Directories and hidden files are skipped.
     *
     * @throws PictureException when the archive as a whole is damaged, empty or too large; no file has been visited then
     */
    public void read(byte[] zip, Visitor visitor) {
        String kind = FileKind.describe(zip);
        if (!kind.endsWith("ZIP archive")) { // of the many kinds of file that are ZIP archives inside
            throw new PictureException.Unsupported(kind, "a ZIP archive of pictures");
        }
        var directory = new ArchiveDirectory(zip);
        List<ArchiveEntry> files = directory.entries().stream().filter(Predicate.not(ArchiveEntry::isSkipped)).toList();
        if (files.isEmpty()) {
            throw new PictureException.Corrupt("ZIP", "there are no files in it", null);
        }
        if (files.size() > limits.maxFiles()) {
            throw new PictureException.TooLarge("The ZIP archive holds %,d files; expected at most %,d."
                .formatted(files.size(), limits.maxFiles()));
        }
        checkTotal(files);
        var names = new HashSet<String>();
        for (ArchiveEntry file : files) {
            String name = DisplayName.of(file.name());
            byte[] content;
            try {
                if (!names.add(file.name())) {
                    throw new PictureException.Corrupt("ZIP", "it holds two files of this name", null);
                }
                content = unpack(zip, directory, file);
            } catch (PictureException e) {
                visitor.refused(name, e);
                continue;
            }
            visitor.file(name, content);
        }
    }

    private void checkTotal(List<ArchiveEntry> files) {
        long total = 0;
        for (ArchiveEntry file : files) {
            if (isAcceptable(file) && (total += file.unpacked()) > limits.maxBytes()) {
                throw new PictureException.TooLarge("The ZIP archive unpacks to more than %,d bytes; expected at most so many."
                    .formatted(limits.maxBytes()));
            }
        }
    }

    private boolean isAcceptable(ArchiveEntry file) {
        return file.unpacked() <= limits.maxFileBytes() && !limits.isBomb(file.packed(), file.unpacked());
    }

    private byte[] unpack(byte[] zip, ArchiveDirectory directory, ArchiveEntry file) {
        if (file.isEncrypted()) {
            throw new PictureException.Unsupported("encrypted", "a file that is not");
        }
        if (file.method() != STORED && file.method() != DEFLATED) {
            throw new PictureException.Unsupported("packed by method " + file.method(), "method 0 (stored) or 8 (deflated)");
        }
        if (file.unpacked() > limits.maxFileBytes()) {
            throw new PictureException.TooLarge("The file declares %,d bytes; expected at most %,d."
                .formatted(file.unpacked(), limits.maxFileBytes()));
        }
        if (limits.isBomb(file.packed(), file.unpacked())) {
            throw new PictureException.TooLarge("The file unpacks from %,d to %,d bytes; expected at most %d times as many."
                .formatted(file.packed(), file.unpacked(), limits.maxRatio()));
        }
        int from = directory.content(file);
        byte[] content = file.method() == STORED ? Arrays.copyOfRange(zip, from, from + (int) file.packed())
            : inflate(zip, from, (int) file.packed(), (int) file.unpacked());
        var crc = new CRC32();
        crc.update(content);
        if (content.length != file.unpacked() || (int) crc.getValue() != file.crc()) {
            throw new PictureException.Corrupt("ZIP", "this entry is damaged", null);
        }
        if (isArchive(content)) {
            throw new PictureException.Unsupported(FileKind.describe(content) + " inside a ZIP archive", "pictures in it");
        }
        return content;
    }

    private static byte[] inflate(byte[] zip, int from, int packed, int unpacked) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(zip, from, packed);
            var content = new byte[unpacked];
            int length = 0;
            while (length < unpacked) {
                int count = inflater.inflate(content, length, unpacked - length);
                if (count == 0) {
                    break; // ends early, or wants a dictionary
                }
                length += count;
            }
            boolean whole = length == unpacked && inflater.inflate(new byte[1]) == 0 && inflater.finished();
            return whole ? content : new byte[0];
        } catch (DataFormatException e) {
            throw new PictureException.Corrupt("ZIP", "this entry is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
