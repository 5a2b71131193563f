package org.digitlens.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** PDF documents, object by object from number 1 on; the first is the catalogue. */
final class Pdfs {

    private final Bytes file = new Bytes().text("%PDF-1.7\n");
    private final List<Integer> offsets = new ArrayList<>();

    Pdfs object(String content) {
        start();
        file.text(content).text("\nendobj\n");
        return this;
    }

    /** @param entries of the stream's dictionary, beside its length */
    Pdfs stream(String entries, byte[] content) {
        start();
        file.text("<<" + entries + "/Length " + content.length + ">>\nstream\n").bytes(content).text("\nendstream\nendobj\n");
        return this;
    }

    private void start() {
        offsets.add(file.size());
        file.text(offsets.size() + " 0 obj\n");
    }

    byte[] file() {
        int table = file.size();
        file.text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        return file.text("trailer\n<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n").toArray();
    }

    /** A document of one page, on which an image is painted. */
    static byte[] ofImage(String entries, byte[] content) {
        return new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>")
            .stream("/Type/XObject/Subtype/Image" + entries, content).stream("", Bytes.ascii("q 600 0 0 800 0 0 cm /I Do Q")).file();
    }
}
