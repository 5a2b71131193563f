package org.digitlens.document;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.digitlens.imaging.Picture;

/** The sheet that a PDF's page is painted on: white, and as large as the page is shown. */
final class PdfPainter {

    private final BufferedImage sheet;
    private final Graphics2D graphics;

    PdfPainter(int width, int height) {
        sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    Rectangle2D bounds() {
        return new Rectangle2D.Double(0, 0, sheet.getWidth(), sheet.getHeight());
    }

    void fill(Path2D outline, PdfState state) {
        paint(outline, state, state.fill, state.fillOpacity);
    }

    void stroke(Path2D outline, PdfState state) {
        paint(state.pen().createStrokedShape(outline), state, state.stroke, state.strokeOpacity);
    }

    private void paint(Shape shape, PdfState state, int rgb, float opacity) {
        if (rgb != PdfState.NOT_PAINTED && prepare(state, opacity)) {
            graphics.setColor(new Color(rgb));
            graphics.fill(shape);
        }
    }

    /** Paints a picture over the unit square, as a PDF wants it. */
    void image(BufferedImage image, PdfState state) {
        var transform = new AffineTransform(state.transform);
        transform.scale(1.0 / image.getWidth(), -1.0 / image.getHeight());
        transform.translate(0, -image.getHeight());
        if (isVisible(state) && prepare(state, state.fillOpacity)) {
            graphics.drawImage(image, transform, null);
        }
    }

    /** Whether any pixel of the unit square can be seen. */
    boolean isVisible(PdfState state) {
        Rectangle2D place = state.transform.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
        return place.getWidth() < 1e6 && place.getHeight() < 1e6 && place.intersects(state.clip)
            && Math.abs(state.transform.getDeterminant()) > 0.1;
    }

    private boolean prepare(PdfState state, float opacity) {
        graphics.setClip(state.clip);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        return !state.clip.isEmpty();
    }

    /** What was painted. */
    Picture picture() {
        graphics.dispose();
        int[] rgb = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        return new Picture(sheet.getWidth(), sheet.getHeight(), rgb, 1);
    }
}
