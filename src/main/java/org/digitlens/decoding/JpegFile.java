package org.digitlens.decoding;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The markers of a JPEG file (ITU-T T.81, annex B). Only those that pixels need are kept, of the application's ones JFIF's and
 * Adobe's, which say what the colours are.
 */
final class JpegFile {

    private static final int MAX_SCANS = 100;
    private static final int MAX_SEGMENTS = 5_000;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int COM = 0xfe;

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int width;
    private int height;
    private boolean jfif;
    private boolean adobe;
    private Optional<Orientation> orientation = Optional.empty();

    private JpegFile(byte[] file) {
        this.file = file;
        kept = new ByteArrayOutputStream(file.length + 2);
    }

    static PictureFile read(byte[] file) {
        return new JpegFile(file).read();
    }

    private PictureFile read() {
        kept.write(0xff);
        kept.write(SOI);
        int scans = 0;
        boolean whole = false;
        for (int segments = 0; at + 2 <= file.length; segments++) {
            int marker = marker();
            whole = marker == EOI && at <= file.length;
            if (marker == EOI || at + 2 > file.length) {
                break;
            }
            if (segments == MAX_SEGMENTS) {
                throw corrupt("it has more than " + MAX_SEGMENTS + " segments");
            }
            int length = Math.max(2, word(at));
            segment(marker, length);
            at += length;
            if (marker == SOS) {
                if (++scans > MAX_SCANS) {
                    throw corrupt("it has more than " + MAX_SCANS + " scans");
                }
                scan();
            }
        }
        if (width == 0 || height == 0) {
            throw corrupt("it declares " + width + " x " + height + " pixels");
        }
        if (!whole) {
            throw corrupt("it is incomplete: its end is missing");
        }
        kept.write(0xff);
        kept.write(EOI);
        return new PictureFile(width, height, orientation, kept.toByteArray());
    }

    /** The next marker; what lies before it is no part of a picture. */
    private int marker() {
        while (at + 1 < file.length && ((file[at] & 255) != 0xff || (file[at + 1] & 255) == 0xff || file[at + 1] == 0 || isBare(file[at + 1]))) {
            at++;
        }
        int marker = at + 1 < file.length ? file[at + 1] & 255 : EOI;
        at += 2;
        return marker;
    }

    /** Markers that nothing belongs to: restarts, a second beginning, TEM. */
    private static boolean isBare(byte marker) {
        int code = marker & 255;
        return code >= 0xd0 && code <= SOI || code == 1;
    }

    private void segment(int marker, int length) {
        if (isFrame(marker)) {
            if (marker > 0xc2) {
                throw corrupt("it is of a kind that is not read (SOF" + (marker - 0xc0) + "); expected baseline, extended or progressive");
            }
            if (width != 0) {
                throw corrupt("it has more than one frame");
            }
            height = word(at + 3);
            width = word(at + 5);
        }
        if (marker == 0xe1 && orientation.isEmpty() && says("Exif\0\0", length)) {
            orientation = Exif.orientation(file, at + 8, Math.min(length, file.length - at) - 8);
        }
        if (marker < 0xe0 || marker > 0xef && marker != COM || isColour(marker, length)) {
            kept.write(0xff);
            kept.write(marker);
            kept.write(file, at, Math.min(length, file.length - at));
        }
    }

    private boolean isColour(int marker, int length) {
        boolean first = marker == 0xe0 && !jfif && says("JFIF\0", length) || marker == 0xee && !adobe && says("Adobe", length);
        jfif |= first && marker == 0xe0;
        adobe |= first && marker == 0xee;
        return first;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Copies a scan's packed data: all up to a marker that is neither a stuffed byte nor a restart. */
    private void scan() {
        int from = Math.min(at, file.length);
        at = from;
        while (at < file.length) {
            if (file[at] == -1 && at + 1 < file.length && file[at + 1] != 0 && file[at + 1] != -1
                && ((file[at + 1] & 255) < 0xd0 || (file[at + 1] & 255) > 0xd7)) {
                break;
            }
            at++;
        }
        kept.write(file, from, at - from);
    }

    private boolean says(String name, int length) {
        return length >= 2 + name.length() && PictureFormat.at(file, at + 2, name);
    }

    private int word(int from) {
        return (file[from] & 255) << 8 | file[from + 1] & 255;
    }

    private static PictureException corrupt(String reason) {
        return new PictureException.Corrupt(PictureFormat.JPEG, reason, null);
    }
}
