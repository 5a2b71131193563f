package org.digitlens.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** What was added over a page's contents, such as handwriting by a pen on a tablet, where it brings an appearance. */
final class PdfAnnotations {

    private static final int MAX = 1_000;
    private static final int HIDDEN = 2 | 32;

    private PdfAnnotations() { }

    static void paint(PdfPage page, PdfContents contents) throws IOException {
        if (!(page.get("Annots") instanceof COSArray annotations)) {
            return;
        }
        for (int i = 0; i < Math.min(MAX, annotations.size()); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation && (annotation.getInt(COSName.F, 0) & HIDDEN) == 0) {
                COSStream appearance = appearance(annotation);
                float[] place = PdfPage.numbers(annotation.getDictionaryObject(COSName.RECT), 4);
                if (appearance != null && place.length > 0 && !COSName.getPDFName("Popup").equals(annotation.getCOSName(COSName.SUBTYPE))) {
                    PdfState state = contents.initial(page);
                    state.transform.concatenate(placed(appearance, place));
                    contents.form(appearance, state);
                }
            }
        }
    }

    /** The normal appearance, of several the one that its state names. */
    private static COSStream appearance(COSDictionary annotation) {
        COSDictionary appearances = annotation.getCOSDictionary(COSName.AP);
        COSBase normal = appearances == null ? null : appearances.getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
            normal = states.getDictionaryObject(annotation.getCOSName(COSName.AS, COSName.OFF));
        }
        return normal instanceof COSStream stream ? stream : null;
    }

    /** Brings an appearance's box, as its own matrix leaves it, to the annotation's place (ISO 32000-1, 12.5.5). */
    private static AffineTransform placed(COSStream appearance, float[] place) {
        float[] box = PdfPage.numbers(appearance.getDictionaryObject(COSName.BBOX), 4);
        float[] matrix = PdfPage.numbers(appearance.getDictionaryObject(COSName.MATRIX), 6);
        if (box.length == 0) {
            return new AffineTransform();
        }
        Rectangle2D from = new AffineTransform(matrix.length == 0 ? new float[] {1, 0, 0, 1, 0, 0} : matrix)
            .createTransformedShape(new Rectangle2D.Double(Math.min(box[0], box[2]), Math.min(box[1], box[3]),
                Math.abs(box[2] - box[0]), Math.abs(box[3] - box[1]))).getBounds2D();
        if (from.getWidth() <= 0 || from.getHeight() <= 0) {
            return new AffineTransform();
        }
        var transform = AffineTransform.getTranslateInstance(Math.min(place[0], place[2]), Math.min(place[1], place[3]));
        transform.scale(Math.abs(place[2] - place[0]) / from.getWidth(), Math.abs(place[3] - place[1]) / from.getHeight());
        transform.translate(-from.getX(), -from.getY());
        return transform;
    }
}
