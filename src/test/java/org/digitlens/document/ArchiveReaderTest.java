package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.digitlens.decoding.PictureException;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {

    private static final byte[] CONTENT = "a picture, let us say".getBytes(StandardCharsets.UTF_8);
    private final ArchiveReader reader = new ArchiveReader(new ArchiveLimits(5, 3_000_000, 6_000_000, 100));

    @Test
    void givesTheFilesInOrderPackedOrStored() {
        assertEquals(List.of("one.png 21", "folder/two.png 21"), visits(zip("one.png", "folder/", "folder/two.png")));
        assertEquals(List.of("one.png 21"), visits(stored("one.png", CONTENT)));
    }

    @Test
    void skipsWhatNobodyChose() {
        assertEquals(List.of("a.png 21"), visits(zip("__MACOSX/._a.png", "a.png", ".DS_Store", "x/.hidden", "Thumbs.db", "x/desktop.ini")));
    }

    @Test
    void showsNamesWithoutTheirPaths() {
        assertEquals(List.of("etc/passwd.png 21", "windows/x.png 21", "root.png 21", "gnp.exe 21"),
            visits(zip("../../etc/passwd.png", "C:\\windows\\..\\x.png", "/root.png", "\u202egnp.exe\r\n")));
    }

    @Test
    void refusesAFileThatIsTooLargeAndReadsTheOthers() {
        byte[] noise = new byte[3_000_001];
        new Random(1).nextBytes(noise);
        List<String> visits = visits(zip(zip -> {
            put(zip, "large.png", noise);
            put(zip, "small.png", CONTENT);
        }));
        assertEquals("large.png TooLarge The file declares 3,000,001 bytes; expected at most 3,000,000.", visits.get(0));
        assertEquals("small.png 21", visits.get(1));
    }

    @Test
    void refusesABombByItsRatioBeforeItUnpacksAnything() {
        String visit = visits(zip(zip -> put(zip, "bomb.bmp", new byte[3_000_000]))).get(0);
        assertTrue(visit.startsWith("bomb.bmp TooLarge") && visit.contains("to 3,000,000 bytes; expected at most 100 times as many"), visit);
        assertEquals(List.of("paper.bmp 1000000"), visits(zip(zip -> put(zip, "paper.bmp", new byte[1_000_000]))));
    }

    @Test
    void refusesAnArchiveOfTooManyFilesOrBytes() {
        assertRefused(PictureException.TooLarge.class, "6 files", zip("1", "2", "3", "4", "5", "6"));
        byte[] noise = new byte[2_500_000];
        new Random(1).nextBytes(noise);
        assertRefused(PictureException.TooLarge.class, "6,000,000", zip(zip -> {
            put(zip, "1", noise);
            put(zip, "2", noise);
            put(zip, "3", noise);
        }));
    }

    @Test
    void refusesTensOfThousandsOfEntries() {
        var names = new String[10_001];
        for (int i = 0; i < names.length; i++) {
            names[i] = "d" + i + "/";
        }
        assertRefused(PictureException.TooLarge.class, "10,001 entries", zip(names));
    }

    @Test
    void refusesAnArchiveInAnArchive() {
        assertEquals(List.of("inner.zip Unsupported The bytes are a ZIP archive inside a ZIP archive; expected pictures in it."),
            visits(stored("inner.zip", zip("x.png"))));
    }

    @Test
    void refusesTheSecondFileOfOneName() {
        byte[] zip = replaced(zip("a.png", "b.png"), "b.png", "a.png");
        assertEquals(List.of("a.png 21", "a.png Corrupt The ZIP file cannot be read: it holds two files of this name."), visits(zip));
    }

    @Test
    void refusesEntriesThatOverlap() {
        byte[] zip = zip("a.png", "b.png");
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int second = directoryEntry(zip, 1);
        buffer.putInt(second + 42, 0);
        assertRefused(PictureException.Corrupt.class, "overlap", zip);
        buffer.putInt(second + 42, 10);
        assertRefused(PictureException.Corrupt.class, "", zip);
    }

    @Test
    void refusesAnEntryWhoseHeaderAndDirectoryDisagree() {
        for (int field : new int[] {6, 8, 30}) {
            byte[] zip = stored("a.png", CONTENT);
            zip[field] ^= 64;
            assertTrue(visits(zip).get(0).contains("the header of this entry is not what the directory says"), "at " + field);
        }
    }

    @Test
    void refusesAnEntryThatUnpacksToMoreOrLessThanItDeclares() {
        for (int change : new int[] {-1, 1, 100}) {
            byte[] zip = zip("a.png");
            ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
            int entry = directoryEntry(zip, 0);
            buffer.putInt(entry + 24, buffer.getInt(entry + 24) + change);
            assertEquals(List.of("a.png Corrupt The ZIP file cannot be read: this entry is damaged."), visits(zip));
        }
    }

    @Test
    void refusesAWrongChecksum() {
        byte[] zip = stored("a.png", CONTENT);
        zip[30 + 5 + 3] ^= 1;
        assertEquals(List.of("a.png Corrupt The ZIP file cannot be read: this entry is damaged."), visits(zip));
    }

    @Test
    void refusesEncryptedEntriesAndStrangeMethods() {
        byte[] encrypted = stored("a.png", CONTENT);
        encrypted[6] |= 1;
        encrypted[directoryEntry(encrypted, 0) + 8] |= 1;
        assertTrue(visits(encrypted).get(0).contains("encrypted"), visits(encrypted).toString());
        byte[] packed = stored("a.png", CONTENT);
        packed[8] = 14;
        packed[directoryEntry(packed, 0) + 10] = 14;
        assertTrue(visits(packed).get(0).contains("method 14"), visits(packed).toString());
    }

    @Test
    void refusesAnArchiveThatIsCutOffOrEmpty() {
        byte[] zip = zip("a.png", "b.png");
        assertRefused(PictureException.Corrupt.class, "is it complete", Arrays.copyOf(zip, zip.length - 30));
        assertRefused(PictureException.Corrupt.class, "no files", zip("folder/"));
        assertRefused(PictureException.Unsupported.class, "text", "hello".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesOfficeDocumentsByName() {
        assertRefused(PictureException.Unsupported.class, "DOCX", zip("[Content_Types].xml", "word/media/image1.png"));
    }

    @Test
    void readsNamesInUtf8AndOfOldSystems() {
        assertEquals(List.of("größe.png 21"), visits(zip("größe.png")));
        assertEquals(List.of("größe.png 21"), visits(zip(Charset.forName("IBM437"), zip -> put(zip, "größe.png", CONTENT))));
    }

    @Test
    void readsSizesThatStandInFieldsOfZip64() {
        var crc = new CRC32();
        crc.update(CONTENT);
        ByteBuffer zip = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0x04034b50).putShort((short) 45).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) crc.getValue())
            .putInt(-1).putInt(-1).putShort((short) 1).putShort((short) 20).put((byte) 'a')
            .putShort((short) 1).putShort((short) 16).putLong(CONTENT.length).putLong(CONTENT.length).put(CONTENT);
        int directory = zip.position();
        zip.putInt(0x02014b50).putShort((short) 45).putShort((short) 45).putShort((short) 0).putShort((short) 0).putInt(0)
            .putInt((int) crc.getValue()).putInt(-1).putInt(-1).putShort((short) 1).putShort((short) 20).putShort((short) 0)
            .putShort((short) 0).putShort((short) 0).putInt(0).putInt(0).put((byte) 'a')
            .putShort((short) 1).putShort((short) 16).putLong(CONTENT.length).putLong(CONTENT.length);
        int length = zip.position() - directory;
        int end = zip.position();
        zip.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) 1).putShort((short) 1).putInt(length)
            .putInt(directory).putShort((short) 0);
        assertEquals(List.of("a 21"), visits(Arrays.copyOf(zip.array(), zip.position())));
        zip.position(end).putInt(0x06064b50).putLong(44).putInt(0).putInt(0).putInt(0).putLong(1).putLong(1).putLong(length).putLong(directory)
            .putInt(0x07064b50).putInt(0).putLong(end).putInt(1)
            .putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1)
            .putShort((short) 0);
        assertEquals(List.of("a 21"), visits(Arrays.copyOf(zip.array(), zip.position())));
    }

    @Test
    void survivesAnyDamage() {
        byte[] zip = zip("a.png", "folder/b.png", "c.png");
        var random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = zip.clone();
            for (int k = 0; k <= random.nextInt(4); k++) {
                damaged[4 + random.nextInt(zip.length - 4)] = (byte) random.nextInt();
            }
            try {
                visits(damaged).forEach(visit -> assertFalse(visit.startsWith("../") || visit.contains("/../")));
            } catch (PictureException expected) {
                assertTrue(expected.getMessage().length() > 10);
            }
        }
    }

    @FunctionalInterface
    private interface Filler {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Filler filler) {
        return zip(StandardCharsets.UTF_8, filler);
    }

    private static byte[] zip(Charset names, Filler filler) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, names)) {
            filler.fill(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... names) {
        return zip(zip -> {
            for (String name : names) {
                put(zip, name, name.endsWith("/") ? new byte[0] : CONTENT);
            }
        });
    }

    private static byte[] stored(String name, byte[] content) {
        return zip(zip -> {
            var entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            var crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        });
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    /** The archive with a name replaced by another of the same length, one byte a character. */
    private static byte[] replaced(byte[] zip, String name, String by) {
        return new String(zip, StandardCharsets.ISO_8859_1).replace(name, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int directoryEntry(byte[] zip, int index) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("PK\1\2");
        for (int i = 0; i < index; i++) {
            at = text.indexOf("PK\1\2", at + 1);
        }
        return at;
    }

    private void assertRefused(Class<? extends PictureException> kind, String named, byte[] zip) {
        String message = assertThrows(kind, () -> visits(zip)).getMessage();
        assertTrue(message.contains(named), message);
    }

    private List<String> visits(byte[] zip) {
        var visits = new ArrayList<String>();
        reader.read(zip, new ArchiveReader.Visitor() {
            @Override
            public void file(String name, byte[] content) {
                visits.add(name + " " + content.length);
            }

            @Override
            public void refused(String name, PictureException why) {
                visits.add(name + " " + why.getClass().getSimpleName() + " " + why.getMessage());
            }
        });
        return visits;
    }
}
