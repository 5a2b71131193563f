package org.digitlens.decoding;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A kind of file that is not read, told by its first bytes so that it can be refused by name.
 *
 * @param offset where the bytes stand
 * @param magic  the bytes, one a character
 * @param title  what it is, with its article
 */
public record FileKind(int offset, String magic, String title) {

    private static final String HEIC = "an HEIC picture (share or export it as JPEG; on an iPhone, Settings > Camera > Formats > "
        + "Most Compatible makes the camera write JPEG)";
    private static final int SHOWN = 1_024;

    private static final List<FileKind> KNOWN = List.of(
        new FileKind(4, "ftypavif", "an AVIF picture"), new FileKind(4, "ftypavis", "an AVIF picture"),
        new FileKind(4, "ftyphei", HEIC), new FileKind(4, "ftyphev", HEIC), new FileKind(4, "ftypmif1", HEIC),
        new FileKind(4, "ftypmsf1", HEIC), new FileKind(4, "ftypcrx", "a camera's raw picture"), new FileKind(4, "ftyp", "a video"),
        new FileKind(0, "%PDF", "a PDF document"),
        new FileKind(30, "[Content_Types].xml", "an Office document (DOCX, XLSX or PPTX)"),
        new FileKind(30, "mimetypeapplication/vnd.oasis", "an OpenDocument file"), new FileKind(30, "mimetypeapplication/epub", "an EPUB book"),
        new FileKind(30, "META-INF/", "a Java archive"),
        new FileKind(0, "PK\u0003\u0004", "a ZIP archive"), new FileKind(0, "PK\u0005\u0006", "an empty ZIP archive"),
        new FileKind(0, "\u00d0\u00cf\u0011\u00e0", "an old Office document (DOC, XLS or PPT)"),
        new FileKind(0, "{\\rtf", "an RTF document"), new FileKind(0, "%!PS", "a PostScript document"),
        new FileKind(0, "8BPS", "a Photoshop document (PSD)"), new FileKind(0, "\0\0\1\0", "an icon (ICO)"),
        new FileKind(0, "\0\0\0\fJXL ", "a JPEG XL picture"), new FileKind(0, "\u00ff\n", "a JPEG XL picture"),
        new FileKind(0, "\0\0\0\fjP  ", "a JPEG 2000 picture"), new FileKind(0, "\u00ffO\u00ffQ", "a JPEG 2000 picture"),
        new FileKind(0, "II+\0", "a BigTIFF picture"), new FileKind(0, "MM\0+", "a BigTIFF picture"),
        new FileKind(0, "qoif", "a QOI picture"), new FileKind(0, "v/1\1", "an OpenEXR picture"), new FileKind(0, "AT&TFORM", "a DjVu document"),
        new FileKind(0, "Rar!", "a RAR archive"), new FileKind(0, "7z\u00bc\u00af", "a 7z archive"),
        new FileKind(0, "\u001f\u008b", "a gzip file"), new FileKind(257, "ustar", "a tar archive"),
        new FileKind(0, "MZ", "a program"), new FileKind(0, "\u007fELF", "a program"));

    /** What the bytes seem to be, for somebody who wonders why they are refused. */
    public static String describe(byte[] file) {
        if (file.length == 0) {
            return "empty";
        }
        return KNOWN.stream().filter(kind -> PictureFormat.at(file, kind.offset, kind.magic)).findFirst()
            .map(kind -> kind.magic.equals("ftypmif1") && begin(file).contains("avif") ? "an AVIF picture" : kind.title)
            .orElseGet(() -> isText(file) ? text(begin(file)) : "of an unknown kind");
    }

    /** The kinds of text that somebody might take for a picture. */
    private static String text(String begin) {
        return begin.contains("<svg") ? "an SVG drawing" : begin.contains("<html") ? "an HTML page" : begin.startsWith("<?xml") ? "XML"
            : "text";
    }

    private static String begin(byte[] file) {
        return new String(file, 0, Math.min(file.length, SHOWN), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    /** Whether the beginning is of printable characters; a character cut off at its end does not count. */
    private static boolean isText(byte[] file) {
        String begin = new String(file, 0, Math.min(file.length, 256), StandardCharsets.UTF_8);
        return begin.substring(0, Math.max(1, begin.length() - 1)).chars()
            .allMatch(letter -> letter != '\ufffd' && (letter >= ' ' || letter == '\n' || letter == '\r' || letter == '\t'));
    }
}
