package org.digitlens.document;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** How a PDF's contents are painted at a moment (ISO 32000-1, 8.4); saved and restored as a whole. */
final class PdfState implements Cloneable {

    /** In place of a colour. */
    static final int NOT_PAINTED = -1;

    private static final double THINNEST = 0.7;
    private static final double WIDEST = 10_000;

    AffineTransform transform;
    Rectangle2D clip;
    PdfColours fillColours = PdfColours.GREY;
    PdfColours strokeColours = PdfColours.GREY;
    int fill;
    int stroke;
    float fillOpacity = 1;
    float strokeOpacity = 1;
    float lineWidth = 1;
    int lineCap;
    int lineJoin;

    PdfState(AffineTransform transform, Rectangle2D clip) {
        this.transform = transform;
        this.clip = clip;
    }

    @Override
    public PdfState clone() {
        try {
            var copy = (PdfState) super.clone();
            copy.transform = new AffineTransform(transform);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    /** Fills in a colour of some space from now on; a pattern, which has a name, is not painted. */
    void setFill(PdfColours colours, float[] colour, boolean isPattern) {
        fillColours = colours;
        fill = isPattern ? NOT_PAINTED : colours.rgb(colour);
    }

    /** Draws in a colour of some space from now on; a pattern, which has a name, is not painted. */
    void setStroke(PdfColours colours, float[] colour, boolean isPattern) {
        strokeColours = colours;
        stroke = isPattern ? NOT_PAINTED : colours.rgb(colour);
    }

    /** The pen, in pixels, always solid: tiny dashes on long lines are without number. */
    BasicStroke pen() {
        double width = lineWidth * Math.sqrt(Math.abs(transform.getDeterminant()));
        int cap = lineCap == 1 ? BasicStroke.CAP_ROUND : lineCap == 2 ? BasicStroke.CAP_SQUARE : BasicStroke.CAP_BUTT;
        int join = lineJoin == 1 ? BasicStroke.JOIN_ROUND : lineJoin == 2 ? BasicStroke.JOIN_BEVEL : BasicStroke.JOIN_MITER;
        return new BasicStroke((float) (width > THINNEST ? Math.min(WIDEST, width) : THINNEST), cap, join);
    }

    /** Clips to the bounds of an area in pixels, too. */
    void clipTo(Rectangle2D bounds) {
        clip = clip.createIntersection(bounds);
    }
}
