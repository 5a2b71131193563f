package org.digitlens.decoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file formats that are read, told apart by their first bytes; names and media types of senders are not trusted. */
public enum PictureFormat {
    PNG, JPEG, GIF, BMP, WEBP("WebP"), TIFF;

    private final String title;

    PictureFormat() {
        title = name();
    }

    PictureFormat(String title) {
        this.title = title;
    }

    /** The format that the first bytes announce, if it is one that is read. */
    public static Optional<PictureFormat> of(byte[] file) {
        if (starts(file, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (starts(file, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (starts(file, "GIF87a") || starts(file, "GIF89a")) {
            return Optional.of(GIF);
        } else if (starts(file, "BM")) {
            return Optional.of(BMP);
        } else if (starts(file, "RIFF") && at(file, 8, "WEBP")) {
            return Optional.of(WEBP);
        } else if (starts(file, "II*\0") || starts(file, "MM\0*")) {
            return Optional.of(TIFF);
        }
        return Optional.empty();
    }

    /** Their names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(PictureFormat::toString).collect(Collectors.joining(", "));
    }

    private static boolean starts(byte[] file, String magic) {
        return at(file, 0, magic);
    }

    /** Whether these bytes, one a character, stand at an offset. */
    static boolean at(byte[] file, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= offset + expected.length
            && Arrays.equals(file, offset, offset + expected.length, expected, 0, expected.length);
    }

    @Override
    public String toString() {
        return title;
    }
}
