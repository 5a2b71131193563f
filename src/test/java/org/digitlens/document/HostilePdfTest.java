package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.digitlens.decoding.PictureException;
import org.digitlens.ink.Ink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files that are small and would make a careless reader work for hours, take all memory, or open other files. */
class HostilePdfTest {

    private static final String SEVEN = PdfDocumentTest.strokes(Ink.seven());
    private static final String IMAGE = "/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray";
    private static final String SHOW = "q 200 0 0 200 0 0 cm /I Do Q";

    @Test
    void pagesThatAreTheirOwnParents() {
        refused(PictureException.Corrupt.class, "", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"));
    }

    @Test
    void aMillionPagesThatAreTheSame() {
        refused(PictureException.Corrupt.class, "", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Count 1000000/Kids[" + "3 0 R ".repeat(100_000) + "]>>")
            .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"));
    }

    @Test
    void moreThanAHundredPages() {
        var kids = new StringBuilder();
        for (int i = 0; i <= 100; i++) {
            kids.append("<</Type/Page/MediaBox[0 0 9 9]>>");
        }
        refused(PictureException.TooLarge.class, "100 pages", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Count 101/Kids[" + kids + "]>>"));
    }

    @Test
    void pagesNestedWithoutEnd() {
        var pdf = new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>");
        for (int i = 2; i < 5_000; i++) {
            pdf.object("<</Type/Pages/Count 1/Kids[" + (i + 1) + " 0 R]>>");
        }
        refused(PictureException.Corrupt.class, "", pdf);
    }

    @Test
    void aFormThatShowsItself() {
        refused(PictureException.Corrupt.class, "", PdfBytes.page("/XObject<</F 5 0 R>>", "/F Do")
            .stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F 5 0 R>>>>", "/F Do /F Do".getBytes()));
    }

    @Test
    void formsThatMultiply() {
        var pdf = PdfBytes.page("/XObject<</F 5 0 R>>", "/F Do");
        for (int i = 5; i < 15; i++) {
            pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F " + (i + 1) + " 0 R>>>>",
                "/F Do ".repeat(20).getBytes());
        }
        pdf.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]", "0 0 200 200 re f".getBytes());
        Refusals.assertRefused(PictureException.class, "", pdf.file(), 20L << 30); // by its time, or by what it paints
    }

    @Test
    void contentsThatUnpackToAGigabyte() {
        byte[] twice = PdfBytes.deflate(PdfBytes.deflate(new byte[200 << 20]));
        refused(PictureException.TooLarge.class, "16,777,216", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>").object("<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>")
            .stream("/Filter[/FlateDecode/FlateDecode/FlateDecode]", PdfBytes.deflate(twice)));
    }

    @Test
    void objectsThatUnpackToAGigabyte() {
        byte[] file = new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids 5 0 R/Count 1>>")
            .object("<</Type/Page/MediaBox[0 0 9 9]>>").deflated("/Type/ObjStm/N 1/First 8", new byte[100 << 20]).file();
        byte[] withoutReferences = Arrays.copyOf(file, file.length - 100); // so that the objects are searched for
        Refusals.assertRefused(PictureException.TooLarge.class, "1,048,576", withoutReferences);
    }

    @Test
    void aCrossReferenceThatUnpacksToAGigabyte() {
        byte[] file = PdfBytes.page("", SEVEN).deflated("/Type/XRef/Size 9999999/W[1 0 0]/Root 1 0 R", new byte[100 << 20]).file();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String hostile = text.replaceFirst("startxref\n\\d+", "startxref\n" + text.indexOf("5 0 obj"));
        Refusals.assertRefused(PictureException.TooLarge.class, "1,048,576", hostile.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void millionsOfObjectsInOneArray() {
        refused(PictureException.TooLarge.class, "4,000,000", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R/X[" + "[]".repeat(4_000_000) + "]>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>"), 600 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "<</A", "[<</A"})
    void arraysInArraysInArrays(String begin) {
        refused(PictureException.class, "", new PdfBytes().object("<</Type/Catalog/Pages " + begin.repeat(200_000) + ">>"), 300 << 20);
        refused(PictureException.class, "", PdfBytes.page("", begin.repeat(200_000)), 300 << 20);
    }

    @ParameterizedTest
    @CsvSource({"30000, 30000", "2147483647, 2147483647", "65536, 65536", "1, 2000000000"})
    void aPictureThatDeclaresTooManyPixels(int width, int height) {
        refused(PictureException.TooLarge.class, "%d x %d".formatted(width, height), PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream(IMAGE + "/Width " + width + "/Height " + height, new byte[10]));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 0", "-5, 5"})
    void aPictureWithoutPixels(int width, int height) {
        refused(PictureException.Corrupt.class, "", PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream(IMAGE + "/Width " + width + "/Height " + height, new byte[10]));
    }

    @Test
    void aSmallPictureOfAGigabyte() {
        refused(PictureException.TooLarge.class, "unpacks", PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .deflated(IMAGE + "/Width 10/Height 10", new byte[200 << 20]));
    }

    @Test
    void aSmallPictureWhoseMaskIsHuge() {
        refused(PictureException.TooLarge.class, "30000 x 30000", PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream(IMAGE + "/Width 2/Height 2/SMask 6 0 R", new byte[4]).stream(IMAGE + "/Width 30000/Height 30000", new byte[4]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 30000/Colors 2147483647>>",
        "/Filter/CCITTFaxDecode/DecodeParms<</Columns 2147483647/Rows 2147483647/K -1>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns -4026967296>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns -1>>", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Colors -1>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/BitsPerComponent -8>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 30000/Colors 32/BitsPerComponent 16>>",
        "/Filter/FlateDecode/DecodeParms<</Predictor 1>>/DP<</Predictor 12/Columns 2147483647>>",
        "/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 10/Rows -900>>",
        "/Filter[/ASCIIHexDecode/ASCIIHexDecode/ASCIIHexDecode/ASCIIHexDecode/ASCIIHexDecode]"})
    void filtersThatAllocateWhatTheyAreTold(String filter) {
        refused(PictureException.Corrupt.class, "", PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream(IMAGE + "/Width 10/Height 10" + filter, PdfBytes.deflate(new byte[100])));
    }

    @Test
    void contentsThatAreAFaxOfMillionsOfRows() {
        refused(PictureException.Corrupt.class, "", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>").object("<</Type/Page/MediaBox[0 0 9 9]/Contents 4 0 R>>")
            .stream("/Filter/CCITTFaxDecode/Height 1242000", new byte[40]));
    }

    @Test
    void filtersThatTogetherHoldTooMuch() {
        byte[] inner = new byte[60_000_000];
        for (int i = 0; i < inner.length; i += 129) {
            inner[i] = 127; // the next 128 bytes as they are
        }
        refused(PictureException.TooLarge.class, "unpacks", PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream("/Type/XObject/Subtype/Image/BitsPerComponent 16/ColorSpace/DeviceCMYK/Width 5000/Height 5000/Filter[/FlateDecode/RunLengthDecode]",
                PdfBytes.deflate(inner)), 500 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZWDecode", "JPXDecode", "JBIG2Decode", "Crypt", "Made#20up"})
    void filtersThatAreNotReadAreNamed(String filter) {
        refused(PictureException.Unsupported.class, filter.replace("#20", " "), PdfBytes.page("/XObject<</I 5 0 R>>", SHOW)
            .stream(IMAGE + "/Width 10/Height 10/Filter/" + filter, new byte[100]));
    }

    @Test
    void outlinesWithoutEnd() {
        var contents = new StringBuilder("0 0 m ");
        for (int i = 0; i < 100_000; i++) {
            contents.append(i % 200).append(i % 2 == 0 ? " 0 l " : " 200 l ");
        }
        byte[] packed = contents.append("f").toString().getBytes(StandardCharsets.ISO_8859_1);
        refused(PictureException.TooLarge.class, "rows", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>").object("<</Type/Page/MediaBox[0 0 200 200]/Contents 4 0 R>>").deflated("", packed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d 0 l ", "0 0 %d 0 1 1 c ", "%d 1 m h ", "%d 0 9 1 re "})
    void anOutlineOfSegmentsWithoutEnd(String segment) {
        var contents = new StringBuilder("0 0 m ");
        for (int i = 0; i < 200_000; i++) {
            contents.append(segment.formatted(i * 7919 % 200));
        }
        refused(PictureException.TooLarge.class, "segments", contents(contents.append("f").toString()));
    }

    @Test
    void operandsWithoutEnd() {
        String arrays = "[" + "[]".repeat(9_000) + "]";
        refused(PictureException.TooLarge.class, "operands", contents("[" + arrays.repeat(100) + "] foo"));
        refused(PictureException.TooLarge.class, "operands", contents("[" + "<</A 1>>".repeat(9_000) + "] foo"));
        refused(PictureException.TooLarge.class, "operands", contents("BI " + "/A 1 ".repeat(9_000) + "ID x EI"));
        Refusals.assertRead("7", contents((arrays + " foo ").repeat(20) + SEVEN).file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0.0001 0.0001] 0 d 5 w 0 0 m 200 200 l S", "1e30 w 0 0 m 9 9 l S", "-1e30 1e30 m 1e30 -1e30 l f",
        "1e38 0 0 1e38 0 0 cm 0 0 m 1e38 1e38 l S", "NaN NaN m NaN NaN l S", "0 0 0 0 0 0 cm /I Do", "1e-30 0 0 1e-30 0 0 cm BI /W 1 /H 1 /BPC 8 ID x EI",
        "Q Q Q Q Q q q q", "W n W* f", "sc scn SC /X cs 1 sc /Pattern cs /P scn", "/G gs /N Do /S sh"})
    void oddOperandsAreNoReasonToStop(String contents) {
        Refusals.assertRead("7", PdfBytes.page("", "q " + contents.replaceAll(".*[SfF]$", "1 g 1 G $0") + " Q\nQ " + SEVEN).file());
    }

    @Test
    void millionsOfSavedStatesAndWords() {
        byte[] contents = ("q ".repeat(500_000) + "word%d ".repeat(10_000) + SEVEN).getBytes(StandardCharsets.ISO_8859_1);
        Refusals.assertRead("7", new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/MediaBox[0 0 200 200]/Contents 4 0 R>>").deflated("", contents).file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0 0 0 0]", "[0 0 1e38 1e38]", "[NaN 0 NaN 9]", "[0 0 200]", "(no box)", "[-1e38 0 1e38 1]", "[0 0 14400 3]"})
    void oddPagesHaveSomeSize(String box) {
        byte[] file = new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/Rotate 45/MediaBox" + box + ">>").file();
        try (PictureDocument document = new DocumentReader(Reads.decoder()).open(file)) {
            assertTrue(document.page(0).rgb().length < 2_100_000);
        }
    }

    @Test
    void programsFormsAndOtherFilesAreNotLookedAt() {
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        byte[] file = new PdfBytes().object("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Metadata 5 0 R"
                + "/AcroForm<</XFA 5 0 R>>/Names<</EmbeddedFiles<</Names[(x)6 0 R]>>>>/AA<</O<</S/Launch/F(/bin/sh)>>>>>>")
            .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 6 0 R>>>>>>")
            .stream("", (SEVEN + "/I Do").getBytes(StandardCharsets.ISO_8859_1))
            .stream("/Type/Metadata/Subtype/XML", xxe.getBytes(StandardCharsets.ISO_8859_1))
            .stream("/Type/Filespec/F(file:///etc/passwd)/FFilter/FlateDecode", new byte[0]).file();
        Refusals.assertRead("7", file);
    }

    @Test
    void aFileThatIsCutOffAnywhereIsReadOrRefused() {
        byte[] file = PdfBytes.page("/XObject<</I 5 0 R>>", SHOW).deflated(IMAGE + "/Width 50/Height 50", new byte[2_500]).file();
        for (int length = 5; length < file.length; length += 7) {
            try (PictureDocument document = new DocumentReader(Reads.decoder()).open(Arrays.copyOf(file, length))) {
                document.page(0);
            } catch (PictureException expected) {
                assertTrue(expected.getMessage().length() > 10);
            }
        }
    }

    /** One page whose contents are packed. */
    private static PdfBytes contents(String contents) {
        return new PdfBytes().object("<</Type/Catalog/Pages 2 0 R>>").object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .object("<</Type/Page/MediaBox[0 0 200 200]/Contents 4 0 R>>").deflated("", contents.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void refused(Class<? extends PictureException> kind, String named, PdfBytes pdf) {
        Refusals.assertRefused(kind, named, pdf.file());
    }

    private static void refused(Class<? extends PictureException> kind, String named, PdfBytes pdf, long mostAllocated) {
        Refusals.assertRefused(kind, named, pdf.file(), mostAllocated);
    }
}
