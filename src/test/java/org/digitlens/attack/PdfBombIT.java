package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Documents that are larger, deeper or rounder than paper. */
class PdfBombIT extends AttackTest {

    private static final String GREY = "/BitsPerComponent 8/ColorSpace/DeviceGray";

    @Test
    void anImageOfBillionsOfPixels() {
        unharmed(Pdfs.ofImage("/Width 100000/Height 100000" + GREY + "/Filter/FlateDecode", Bytes.deflated((byte) 0, 10_000_000, true)));
        unharmed(Pdfs.ofImage("/Width 2147483647/Height 2147483647" + GREY, new byte[100]));
        unharmed(Pdfs.ofImage("/Width -5/Height 0" + GREY, new byte[100]));
    }

    @Test
    void anImageThatUnpacksToAGigabyte() {
        unharmed(Pdfs.ofImage("/Width 100/Height 100" + GREY + "/Filter/FlateDecode", Bytes.deflated((byte) 0, 1_000_000_000, true)));
    }

    @Test
    void filtersUponFilters() {
        byte[] packed = Bytes.deflated((byte) 0, 1_000_000_000, true);
        for (int i = 0; i < 4; i++) {
            packed = Bytes.deflated(packed);
        }
        unharmed(Pdfs.ofImage("/Width 100/Height 100" + GREY + "/Filter[" + "/FlateDecode".repeat(5) + "]", packed));
        unharmed(Pdfs.ofImage("/Width 100/Height 100" + GREY + "/Filter[" + "/FlateDecode".repeat(100_000) + "]", packed));
        unharmed(Pdfs.ofImage("/Width 100/Height 100" + GREY + "/Filter[/LZWDecode/RunLengthDecode/ASCII85Decode]", packed));
    }

    @Test
    void pagesThatAreTheirOwnChildren() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 1000000000>>").file());
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>").file());
    }

    @Test
    void aHundredThousandPages() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[" + "3 0 R ".repeat(100_000) + "]/Count 100000>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>").file());
    }

    @Test
    void formsThatPaintThemselves() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources 5 0 R/Contents 4 0 R>>")
            .stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 5 0 R", ascii("/F Do ".repeat(1000)))
            .object("<</XObject<</F 4 0 R>>>>").file());
    }

    @Test
    void objectsThatNameEachOther() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("3 0 R").object("2 0 R").file());
        unharmed(Pdfs.ofImage("/Width 4 0 R/Height 4 0 R/Length 4 0 R" + GREY, new byte[100]));
        unharmed(Pdfs.ofImage("/Width 9/Height 9/ColorSpace 4 0 R/SMask 4 0 R/BitsPerComponent 8", new byte[100]));
    }

    @Test
    void nestingWithoutBottom() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R/A " + "[".repeat(1_000_000)).file());
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R/A " + "<</A".repeat(1_000_000)).file());
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R/A " + "(".repeat(1_000_000)).file());
    }

    @Test
    void aPageAsLargeAsACountry() {
        unharmed(new Pdfs().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Resources<<>>/Contents 4 0 R>>").stream("", ascii("0 0 m 9 9 l S")).file());
    }

    @Test
    void tablesThatPointNowhere() {
        byte[] pdf = Pdfs.ofImage("/Width 28/Height 28" + GREY, new byte[784]);
        for (int length = 9; length < pdf.length; length += 61) {
            unharmed(Arrays.copyOf(pdf, length));
        }
        String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
        unharmed(ascii(text.replaceAll("startxref\n\\d+", "startxref\n99999999999999")));
        unharmed(ascii(text.replaceAll("startxref\n\\d+", "startxref\n-1")));
        unharmed(ascii(text.replace("/Length 784", "/Length 2147483647")));
        unharmed(ascii(text.replace("/Size", "/Prev 0/Size")));
    }

    private void unharmed(byte[] pdf) {
        Answer answer = post(READINGS, "application/pdf", pdf);
        if (answer.status() != 200) {
            answer.isProblem(413, 415, 422);
        }
        assertTrue(answer.millis() < PROMPT_MILLIS, () -> "took " + answer.millis() + " ms");
    }
}
