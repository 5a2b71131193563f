package org.digitlens.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.digitlens.decoding.PictureException;

/** The directory at the end of a ZIP archive (APPNOTE.TXT 4.3), the only list of its files that counts. */
final class ArchiveDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int HEADER_SIGNATURE = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int ZIP64 = 0x0001;
    private static final long IN_ZIP64 = 0xffffffffL;
    private static final int UTF_8_NAME = 1 << 11;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final int MEANT = ArchiveEntry.ENCRYPTIONS | SIZES_FOLLOW; // writers differ in the others
    private static final int MAX_ENTRIES = 10_000;

    private final ByteBuffer zip;

    ArchiveDirectory(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * All entries in the order of the directory, directories and hidden files included.
     *
     * @throws PictureException when the archive does not hold together
     */
    List<ArchiveEntry> entries() {
        try {
            int end = end();
            long[] place = place(end);
            long count = place[0];
            long from = place[2];
            if (count < 0 || from < 0 || place[1] < 0 || from > end || from + place[1] > end) {
                throw damaged("its directory is damaged");
            }
            if (count > MAX_ENTRIES) {
                throw new PictureException.TooLarge("The ZIP archive has %,d entries; expected at most %,d.".formatted(count, MAX_ENTRIES));
            }
            var entries = new ArrayList<ArchiveEntry>();
            int at = (int) from;
            for (int i = 0; i < count; i++) {
                entries.add(entry(at, end));
                at += ENTRY_LENGTH + word(at + 28) + word(at + 30) + word(at + 32);
            }
            checkOverlaps(entries, from);
            return entries;
        } catch (IndexOutOfBoundsException e) {
            throw damaged("its directory is damaged");
        }
    }

    /** Where the file's packed bytes begin, behind a header that says the same as the directory. */
    int content(ArchiveEntry entry) {
        int at = (int) entry.header();
        try {
            int from = at + HEADER_LENGTH + word(at + 26) + word(at + 28);
            boolean sizesFollow = (entry.flags() & SIZES_FOLLOW) != 0;
            boolean same = zip.getInt(at) == HEADER_SIGNATURE && word(at + 8) == entry.method() && (word(at + 6) & MEANT) == (entry.flags() & MEANT)
                && name(at + HEADER_LENGTH, word(at + 26), entry.flags()).equals(entry.name())
                && (sizesFollow || says(at + 18, entry.packed()) && says(at + 22, entry.unpacked()) && zip.getInt(at + 14) == entry.crc());
            if (!same || from + entry.packed() > zip.capacity()) {
                throw damaged("the header of this entry is not what the directory says");
            }
            return from;
        } catch (IndexOutOfBoundsException e) {
            throw damaged("the header of this entry is not what the directory says");
        }
    }

    private boolean says(int at, long size) {
        return number(at) == size || number(at) == IN_ZIP64;
    }

    /** The record at the very end; only a comment may follow it, whose length it says. */
    private int end() {
        int first = Math.max(0, zip.capacity() - END_LENGTH - 0xffff);
        for (int at = zip.capacity() - END_LENGTH; at >= first; at--) {
            if (zip.getInt(at) == END_SIGNATURE && at + END_LENGTH + word(at + 20) == zip.capacity()) {
                return at;
            }
        }
        throw damaged("its directory is missing; is it complete?");
    }

    /** How many entries the directory has, how many bytes, and where it begins. */
    private long[] place(int end) {
        long[] place = {word(end + 10), number(end + 12), number(end + 16)};
        int locator = end - LOCATOR_LENGTH;
        boolean inZip64 = (place[0] == 0xffff || place[1] == IN_ZIP64 || place[2] == IN_ZIP64) && locator >= 0
            && zip.getInt(locator) == LOCATOR_SIGNATURE;
        if (inZip64) {
            int record = (int) Math.max(0, Math.min(zip.capacity(), zip.getLong(locator + 8)));
            if (zip.getInt(record) != END_64_SIGNATURE) {
                throw damaged("its directory is damaged");
            }
            return new long[] {zip.getLong(record + 32), zip.getLong(record + 40), zip.getLong(record + 48)};
        }
        if (word(end + 4) != 0 || word(end + 6) != 0 || word(end + 8) != place[0]) {
            throw damaged("parts of it are in other files");
        }
        return place;
    }

    private ArchiveEntry entry(int at, int end) {
        int nameLength = word(at + 28);
        if (at + ENTRY_LENGTH + nameLength + word(at + 30) + word(at + 32) > end || zip.getInt(at) != ENTRY_SIGNATURE) {
            throw damaged("its directory is damaged");
        }
        int flags = word(at + 8);
        long[] sizes = {number(at + 24), number(at + 20), number(at + 42)};
        zip64(at + ENTRY_LENGTH + nameLength, word(at + 30), sizes);
        if (sizes[2] < 0 || sizes[1] < 0 || sizes[0] < 0 || sizes[2] + sizes[1] + HEADER_LENGTH > zip.capacity()) {
            throw damaged("its directory tells of more bytes than it has");
        }
        return new ArchiveEntry(name(at + ENTRY_LENGTH, nameLength, flags), flags, word(at + 10), zip.getInt(at + 16), sizes[1], sizes[0],
            sizes[2]);
    }

    /** Replaces those of unpacked size, packed size and offset that stand in an extra field because they may be large. */
    private void zip64(int from, int length, long[] sizes) {
        for (int at = from; at + 4 <= from + length; at += 4 + word(at + 2)) {
            if (word(at) == ZIP64) {
                int field = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_ZIP64) {
                        sizes[i] = zip.getLong(field);
                        field += Long.BYTES;
                    }
                }
                return;
            }
        }
    }

    /** Files that share their bytes are how a small archive unpacks to anything. */
    private void checkOverlaps(List<ArchiveEntry> entries, long directory) {
        long free = 0;
        for (ArchiveEntry entry : entries.stream().sorted(Comparator.comparingLong(ArchiveEntry::header)).toList()) {
            long names = word((int) entry.header() + 26) + word((int) entry.header() + 28);
            if (entry.header() < free) {
                throw damaged("its entries overlap");
            }
            free = entry.header() + HEADER_LENGTH + names + entry.packed();
        }
        if (free > directory) {
            throw damaged("its entries overlap");
        }
    }

    private String name(int at, int length, int flags) {
        ByteBuffer bytes = zip.slice(at, length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            boolean old = (flags & UTF_8_NAME) == 0 && Charset.isSupported("IBM437");
            return (old ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1).decode(bytes).toString();
        }
    }

    private int word(int at) {
        return zip.getShort(at) & 0xffff;
    }

    private long number(int at) {
        return zip.getInt(at) & 0xffffffffL;
    }

    private static PictureException damaged(String reason) {
        return new PictureException.Corrupt("ZIP", reason, null);
    }
}
