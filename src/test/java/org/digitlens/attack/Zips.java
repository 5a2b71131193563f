package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives, honest ones by the JDK and others byte by byte. */
final class Zips {

    private static final int DEFLATE = 8;

    private final Bytes local = new Bytes();
    private final Bytes central = new Bytes();
    private int entries;

    /** Files named in turn. */
    static byte[] of(String[] names, byte[]... contents) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < names.length; i++) {
                zip.putNextEntry(new ZipEntry(names[i]));
                zip.write(contents[i % contents.length]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file of which the archive says what it likes. */
    Zips add(String name, byte[] deflated, int crc, int claimedPacked, int claimedSize) {
        int offset = local.size();
        local.text("PK\3\4").shorts(20, 0, DEFLATE, 0, 0).little(crc, claimedPacked, claimedSize).shorts(name.length(), 0)
            .text(name).bytes(deflated);
        return point(name, offset, crc, claimedPacked, claimedSize);
    }

    /** A further name for what lies at an offset already. */
    Zips point(String name, int offset, int crc, int packed, int size) {
        central.text("PK\1\2").shorts(20, 20, 0, DEFLATE, 0, 0).little(crc, packed, size).shorts(name.length(), 0, 0, 0, 0)
            .little(0, offset).text(name);
        entries++;
        return this;
    }

    byte[] file() {
        return Bytes.join(local.toArray(), central.toArray(), ascii("PK\5\6"), new Bytes().shorts(0, 0, entries, entries)
            .little(central.size(), local.size()).shorts(0).toArray());
    }
}
