package org.digitlens.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.digitlens.decoding.PictureException;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfDocumentTest {

    private static final BufferedImage SEVEN = InkPainter.canvas(300).paint(Ink.seven());

    @FunctionalInterface
    private interface ImageMaker {
        PDImageXObject make(PDDocument document) throws IOException;
    }

    @Test
    void readsAScanPackedAsJpeg() {
        assertEquals("7", Reads.text(scan(0, document -> JPEGFactory.createFromImage(document, SEVEN, 0.8f))));
    }

    @Test
    void readsAScanPackedWithoutLoss() {
        assertEquals("7", Reads.text(scan(0, document -> LosslessFactory.createFromImage(document, SEVEN))));
    }

    @Test
    void readsAFaxedPage() {
        assertEquals("7", Reads.text(scan(0, document -> CCITTFactory.createFromImage(document, as(BufferedImage.TYPE_BYTE_BINARY)))));
    }

    @Test
    void readsGreyScans() {
        assertEquals("7", Reads.text(scan(0, document -> LosslessFactory.createFromImage(document, as(BufferedImage.TYPE_BYTE_GRAY)))));
    }

    @Test
    void readsInkOnTransparentPaper() {
        var painter = InkPainter.canvas(300).withColours(null, java.awt.Color.BLACK);
        assertEquals("7", Reads.text(scan(0, document -> LosslessFactory.createFromImage(document, painter.paint(Ink.seven())))));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void showsTurnedPagesUpright(int degrees) {
        assertEquals("7", Reads.text(scan(degrees, document -> JPEGFactory.createFromImage(document, turned(360 - degrees), 0.9f))));
    }

    @Test
    void readsEveryPageInOrder() throws IOException {
        try (var document = new PDDocument()) {
            for (int digit : new int[] {4, 0, 7, 1}) {
                add(document, LosslessFactory.createFromImage(document, InkPainter.canvas(200).paint(Ink.of(digit))), 0);
            }
            assertEquals(List.of("4", "0", "7", "1"), Reads.pages(saved(document)));
        }
    }

    @Test
    void paintsStrokesAsATabletWritesThem() {
        assertEquals("4", Reads.text(PdfBytes.page("", strokes(Ink.four())).file()));
    }

    @Test
    void paintsHandwritingAddedOverThePage() {
        byte[] file = PdfBytes.page("", "").object("null").object("null").object("null")
            .stream("/Type/XObject/Subtype/Form/BBox[0 0 200 200]", strokes(Ink.seven()).getBytes(StandardCharsets.ISO_8859_1))
            .object("[<</Type/Annot/Subtype/Ink/Rect[0 0 200 200]/AP<</N 8 0 R>>>>]").file();
        assertEquals("7", Reads.text(file));
    }

    @Test
    void paintsAStencilAndAPictureInsideTheContents() {
        var bits = new StringBuilder();
        BufferedImage binary = as(BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 304; x += 8) {
                int eight = 0;
                for (int bit = 0; bit < 8; bit++) {
                    eight = eight << 1 | (x + bit < 300 ? binary.getRGB(x + bit, y) & 1 : 1);
                }
                bits.append("%02x".formatted(eight));
            }
        }
        String stencil = "q 200 0 0 200 0 0 cm BI /W 300 /H 300 /IM true /F /AHx ID " + bits + "> EI Q";
        assertEquals("7", Reads.text(PdfBytes.page("", stencil).file()));
        assertEquals("7", Reads.text(PdfBytes.page("", stencil.replace("/IM true", "/CS /G /BPC 1")).file()));
    }

    @Test
    void paintsOverNothingWithPatternsAndShadings() {
        String background = "/Pattern cs /P scn 0 0 200 200 re f /S sh 0.9 g 0 0 200 200 re f /Pattern CS /P SCN 0 0 m 200 200 l S ";
        assertEquals("7", Reads.text(PdfBytes.page("/Pattern<</P<</PatternType 1>>>>", background + strokes(Ink.seven())).file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 1 rg", "0 1 1 0.2 k", "/S cs 1 sc", "/I cs 1 sc", "/C cs 0 0 0.5 sc", "/N cs 0.2 0.9 scn", "/L cs 20 3 3 sc"})
    void knowsColoursOfEverySpace(String colour) {
        String spaces = "/ColorSpace<</S[/Separation/Ink/DeviceCMYK 5 0 R]/I[/Indexed/DeviceRGB 1(\\377\\377\\377\\0\\0\\0)]"
            + "/C[/ICCBased 6 0 R]/N[/DeviceN[/A/B]/DeviceRGB 5 0 R]/L[/Lab<</WhitePoint[1 1 1]>>]>>";
        String filled = colour + " 50 140 100 15 re f 130 140 m 150 140 l 110 40 l 90 40 l f"; // a 7
        assertEquals("7", Reads.text(PdfBytes.page(spaces, filled).object("null").stream("/N 3", new byte[0]).file()));
    }

    @Test
    void isABlankPageWhereThereIsOnlyText() {
        assertEquals("", Reads.text(PdfBytes.page("/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>", "BT /F 99 Tf (407) Tj ET").file()));
    }

    @Test
    void readsAFileWhoseEndIsMissing() {
        byte[] file = PdfBytes.page("", strokes(Ink.seven())).file();
        assertEquals("7", Reads.text(java.util.Arrays.copyOf(file, file.length - 60)));
    }

    @Test
    void refusesAnEncryptedFileByName() throws IOException {
        for (String password : new String[] {"", "secret"}) {
            try (var document = new PDDocument()) {
                add(document, LosslessFactory.createFromImage(document, SEVEN), 0);
                var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(128);
                document.protect(policy);
                Refusals.assertRefused(PictureException.Unsupported.class, "encrypted", saved(document));
            }
        }
    }

    /** A digit as strokes of a pen in a page's contents. */
    static String strokes(Ink ink) {
        var contents = new StringBuilder("8 w 1 J 1 j 0 0 0.4 RG\n");
        for (List<Ink.Point> stroke : ink.smooth()) {
            for (int i = 0; i < stroke.size(); i++) {
                contents.append(String.format(Locale.ROOT, "%.2f %.2f %s ", 50 + 100 * stroke.get(i).x(), 150 - 100 * stroke.get(i).y(), i == 0 ? "m" : "l"));
            }
            contents.append("S\n");
        }
        return contents.toString();
    }

    private static BufferedImage as(int type) {
        var copy = new BufferedImage(300, 300, type);
        copy.createGraphics().drawImage(SEVEN, 0, 0, null);
        return copy;
    }

    private static BufferedImage turned(int degrees) {
        var copy = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        var graphics = copy.createGraphics();
        graphics.rotate(Math.toRadians(degrees), 150, 150);
        graphics.drawImage(SEVEN, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static byte[] scan(int turn, ImageMaker image) {
        try (var document = new PDDocument()) {
            add(document, image.make(document), turn);
            return saved(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void add(PDDocument document, PDImageXObject image, int turn) throws IOException {
        var page = new PDPage(new PDRectangle(300, 300));
        page.setRotation(turn);
        document.addPage(page);
        try (var contents = new PDPageContentStream(document, page)) {
            contents.drawImage(image, 0, 0, 300, 300);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
