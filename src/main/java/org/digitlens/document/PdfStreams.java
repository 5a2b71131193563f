package org.digitlens.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;

/** Unpacks the streams of a PDF by those filters that can be bounded, to at most so many bytes. */
final class PdfStreams {

    private static final int MAX_FILTERS = 4;
    private static final int MAX_COLUMNS = 30_000;
    private static final int DEFAULT_COLUMNS = 1728;
    private static final int MAX_FAX_PIXELS = 100_000_000;
    private static final int MAX_COLOURS = 32;
    private static final int MAX_BITS = 16;
    private static final long MAX_ROW_BITS = 8L << 20;
    private static final long MAX_HELD = 105_000_000; // a picture of 25 million pixels in four colours, and a little

    private PdfStreams() { }

    /**
     * What a stream unpacks to.
     *
     * @param bytes  unpacked, as far as that is done here
     * @param isJpeg whether they are a JPEG's, still packed
     */
    record Unpacked(byte[] bytes, boolean isJpeg) { }

    /** The unpacked bytes of a stream that is no JPEG. */
    static byte[] content(COSStream stream, long most, Deadline deadline) throws IOException {
        Unpacked unpacked = unpack(stream, raw(stream), most, deadline);
        if (unpacked.isJpeg()) {
            throw new IOException("a JPEG where none may be");
        }
        return unpacked.bytes();
    }

    static byte[] raw(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }

    /** Unpacks by the filters that a dictionary names, up to a JPEG; what one filter leaves to the next counts, too. */
    static Unpacked unpack(COSDictionary dictionary, byte[] raw, long most, Deadline deadline) throws IOException {
        List<String> filters = filters(dictionary);
        checkParameters(dictionary);
        byte[] bytes = raw;
        long held = 0;
        for (int i = 0; i < filters.size(); i++) {
            String name = filters.get(i);
            if (name.equals("DCTDecode") || name.equals("DCT")) {
                return new Unpacked(bytes, true);
            }
            var out = new Bounded(Math.min(most, MAX_HELD - held), deadline);
            filter(name).decode(new ByteArrayInputStream(bytes), out, dictionary, i, DecodeOptions.DEFAULT);
            bytes = out.toByteArray();
            held += bytes.length;
        }
        return new Unpacked(bytes, false);
    }

    private static List<String> filters(COSDictionary dictionary) throws IOException {
        COSBase filter = dictionary.getDictionaryObject(COSName.FILTER, COSName.F);
        var names = new ArrayList<String>();
        if (filter instanceof COSName name) {
            names.add(name.getName());
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < Math.min(array.size(), MAX_FILTERS + 1); i++) {
                names.add(array.getObject(i) instanceof COSName name ? name.getName() : "");
            }
        }
        if (names.size() > MAX_FILTERS) {
            throw new IOException("too many filters");
        }
        return names;
    }

    private static Filter filter(String name) throws IOException {
        return switch (name) {
            case "FlateDecode", "Fl", "ASCIIHexDecode", "AHx", "ASCII85Decode", "A85", "RunLengthDecode", "RL", "CCITTFaxDecode", "CCF" ->
                FilterFactory.INSTANCE.getFilter(name);
            default -> throw new PictureException.Unsupported("a PDF with parts packed by " + DisplayName.of(name),
                "FlateDecode, DCTDecode (JPEG), CCITTFaxDecode, RunLengthDecode, ASCIIHexDecode or ASCII85Decode");
        };
    }

    /** Filters allocate rows as wide as their parameters say; under which of two names they look first is theirs to know. */
    private static void checkParameters(COSDictionary dictionary) throws IOException {
        check(new COSDictionary(), dictionary);
        for (COSName key : List.of(COSName.DECODE_PARMS, COSName.DP)) {
            COSBase parameters = dictionary.getDictionaryObject(key);
            int count = parameters instanceof COSArray array ? array.size() : 1;
            for (int i = 0; i < Math.min(count, MAX_FILTERS); i++) {
                COSBase each = parameters instanceof COSArray array ? array.getObject(i) : parameters;
                if (each instanceof COSDictionary values) {
                    check(values, dictionary);
                }
            }
        }
    }

    private static void check(COSDictionary values, COSDictionary dictionary) throws IOException {
        long columns = values.getInt(COSName.COLUMNS, DEFAULT_COLUMNS); // as an int, since so the filters read them
        long rows = values.getInt(COSName.ROWS, 0);
        long colours = values.getInt(COSName.COLORS, 1);
        long bits = values.getInt(COSName.BITS_PER_COMPONENT, 8);
        if (columns < 1 || rows < 0 || colours < 1 || bits < 1) {
            throw new IOException("a filter's parameters are too small");
        }
        rows = Math.max(rows, dictionary.getInt(COSName.HEIGHT, COSName.H, 0));
        if (columns > MAX_COLUMNS || columns * rows > MAX_FAX_PIXELS || colours > MAX_COLOURS || bits > MAX_BITS
            || columns * colours * bits > MAX_ROW_BITS) {
            throw new IOException("a filter's parameters are too large");
        }
    }

    /** Takes so many bytes, until the time is over. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final long most;
        private final Deadline deadline;

        Bounded(long most, Deadline deadline) {
            this.most = most;
            this.deadline = deadline;
        }

        @Override
        public synchronized void write(int value) {
            check(1);
            super.write(value);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            check(length);
            super.write(bytes, offset, length);
        }

        private void check(int more) {
            deadline.step();
            if (size() + (long) more > most) {
                throw new PictureException.TooLarge("A part of the PDF unpacks to more than %,d bytes; expected at most so many.".formatted(most));
            }
        }
    }
}
