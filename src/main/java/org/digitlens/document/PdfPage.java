package org.digitlens.document;

import java.awt.geom.AffineTransform;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.digitlens.imaging.Picture;

/**
 * A page of a PDF with what it inherits (ISO 32000-1, 7.7.3).
 *
 * @param dictionary the page's own
 * @param resources  its own or inherited; may be empty
 * @param box        what is shown of it: left, bottom, right, top in points
 * @param turns      quarter turns clockwise at which it is shown, 0 to 3
 * @param maxPixels  most pixels that it is painted with
 */
record PdfPage(COSDictionary dictionary, COSDictionary resources, float[] box, int turns, long maxPixels) {

    private static final float[] LETTER = {0, 0, 612, 792};
    private static final float SMALLEST = 3;
    private static final float LARGEST = 14_400; // ISO 32000-1, annex C
    private static final double MOST_PIXELS_PER_POINT = 200 / 72.0;

    /** The box that an array describes; if it does not, or one of no size, another. */
    static float[] box(COSBase array, float[] otherwise) {
        float[] box = numbers(array, 4);
        if (box.length < 4) {
            return otherwise;
        }
        float left = Math.min(box[0], box[2]);
        float bottom = Math.min(box[1], box[3]);
        float width = Math.abs(box[2] - box[0]);
        float height = Math.abs(box[3] - box[1]);
        boolean sensible = width >= SMALLEST && height >= SMALLEST && Math.abs(left) < 1e6f && Math.abs(bottom) < 1e6f;
        return sensible ? new float[] {left, bottom, left + Math.min(LARGEST, width), bottom + Math.min(LARGEST, height)} : otherwise;
    }

    static float[] letter() {
        return LETTER.clone();
    }

    /** So many numbers of an array, or none if it has fewer or one of them is not finite. */
    static float[] numbers(COSBase array, int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            if (!(array instanceof COSArray values) || i >= values.size() || !(values.getObject(i) instanceof COSNumber number)
                || !Float.isFinite(number.floatValue())) {
                return new float[0];
            }
            numbers[i] = number.floatValue();
        }
        return numbers;
    }

    COSBase get(String key) {
        return dictionary.getDictionaryObject(COSName.getPDFName(key));
    }

    /** Pixels a point at which it is drawn: as many as make at most the pixels that any picture is reduced to. */
    private double scale() {
        double area = (double) (box[2] - box[0]) * (box[3] - box[1]);
        return Math.min(MOST_PIXELS_PER_POINT, Math.sqrt(Math.min(maxPixels, Picture.MAX_DECODED_PIXELS) / area));
    }

    /** Width as shown, in pixels. */
    int width() {
        return pixels(turns % 2 == 0 ? box[2] - box[0] : box[3] - box[1]);
    }

    /** Height as shown, in pixels. */
    int height() {
        return pixels(turns % 2 == 0 ? box[3] - box[1] : box[2] - box[0]);
    }

    private int pixels(float points) {
        return Math.max(1, (int) Math.round(points * scale()));
    }

    /** From the page's points, y upwards, to the pixels shown, y downwards. */
    AffineTransform toPixels() {
        var transform = new AffineTransform();
        transform.translate(width() / 2.0, height() / 2.0);
        transform.quadrantRotate(turns);
        transform.scale(scale(), -scale());
        transform.translate(-(box[0] + box[2]) / 2.0, -(box[1] + box[3]) / 2.0);
        return transform;
    }
}
