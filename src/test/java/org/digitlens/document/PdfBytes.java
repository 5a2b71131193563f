package org.digitlens.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes PDF files object by object, right or wrong ones. The first object is the catalogue, the second the pages. */
public final class PdfBytes {

    private final List<byte[]> objects = new ArrayList<>();
    private String trailer = "";

    /** A file of one page of 200 x 200 points, whose resources and contents are given; further objects begin at number 5. */
    public static PdfBytes page(String resources, String contents) {
        return new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<" + resources + ">>/Contents 4 0 R/Annots 9 0 R>>")
            .stream("", contents.getBytes(StandardCharsets.ISO_8859_1));
    }

    public PdfBytes object(String text) {
        objects.add(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A stream with what else its dictionary says. */
    public PdfBytes stream(String dictionary, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("<<" + dictionary + "/Length " + content.length + ">>\nstream\n").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream".getBytes(StandardCharsets.ISO_8859_1));
        objects.add(out.toByteArray());
        return this;
    }

    public PdfBytes deflated(String dictionary, byte[] content) {
        return stream("/Filter/FlateDecode" + dictionary, deflate(content));
    }

    /** What else the trailer says. */
    public PdfBytes trailer(String entries) {
        trailer = entries;
        return this;
    }

    public byte[] file() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1));
        var offsets = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes((i + 1 + " 0 obj\n").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(objects.get(i));
            out.writeBytes("\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes((offsets + "trailer\n<</Root 1 0 R/Size " + (objects.size() + 1) + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n")
            .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    public static byte[] deflate(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
