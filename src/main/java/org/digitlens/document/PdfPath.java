package org.digitlens.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

import org.digitlens.decoding.PictureException;

/**
 * The outline being built by a PDF's contents, in pixels. What filling it costs grows with the rows that its edges cross, and
 * once begun it cannot be stopped; so these rows are counted over the whole page. Edges that all cross the same row cost more than
 * their number, so those of one outline are counted, too.
 */
final class PdfPath {

    private static final double FAR = 1e6;
    private static final double MAX_ROWS = 10_000_000;
    private static final int MAX_SEGMENTS = 50_000;

    private final int height;
    private Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private boolean lost;
    private double rows;
    private int segments;

    /** @param height of the page, in pixels */
    PdfPath(int height) {
        this.height = height;
    }

    void moveTo(AffineTransform transform, float x, float y) {
        Point2D point = point(transform, x, y);
        if (!lost) {
            path.moveTo(point.getX(), point.getY());
        }
    }

    void lineTo(AffineTransform transform, float x, float y) {
        Point2D point = point(transform, x, y);
        if (path.getCurrentPoint() == null) {
            moveTo(transform, x, y);
        } else if (!lost) {
            cross(point);
            path.lineTo(point.getX(), point.getY());
        }
    }

    /** A curve whose first control point is the current point where {@code x1} is not a number. */
    void curveTo(AffineTransform transform, float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            moveTo(transform, x2, y2);
        }
        Point2D first = Float.isNaN(x1) ? path.getCurrentPoint() : point(transform, x1, y1);
        Point2D second = point(transform, x2, y2);
        Point2D end = point(transform, x3, y3);
        if (!lost && path.getCurrentPoint() != null) {
            cross(first);
            cross(second);
            cross(end);
            path.curveTo(first.getX(), first.getY(), second.getX(), second.getY(), end.getX(), end.getY());
        }
    }

    void rectangle(AffineTransform transform, float x, float y, float width, float height) {
        moveTo(transform, x, y);
        lineTo(transform, x + width, y);
        lineTo(transform, x + width, y + height);
        lineTo(transform, x, y + height);
        close();
    }

    void close() {
        if (path.getCurrentPoint() != null && !lost) {
            countSegment();
            path.closePath();
        }
    }

    /** The outline so far, and begins a new one; without any part where it led out of all measure. */
    Path2D take(int winding) {
        Path2D.Double taken = lost ? new Path2D.Double() : path;
        taken.setWindingRule(winding);
        path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        lost = false;
        segments = 0;
        return taken;
    }

    private Point2D point(AffineTransform transform, float x, float y) {
        Point2D point = transform.transform(new Point2D.Double(x, y), null);
        lost |= !(Math.abs(point.getX()) < FAR && Math.abs(point.getY()) < FAR);
        return point;
    }

    private void countSegment() {
        if (++segments > MAX_SEGMENTS) {
            throw new PictureException.TooLarge("The PDF has an outline of more than %,d segments; expected at most so many."
                .formatted(MAX_SEGMENTS));
        }
    }

    private void cross(Point2D to) {
        countSegment();
        double from = Math.max(0, Math.min(height, path.getCurrentPoint().getY()));
        rows += 1 + Math.abs(Math.max(0, Math.min(height, to.getY())) - from);
        if (rows > MAX_ROWS) {
            throw new PictureException.TooLarge("A page of the PDF has outlines that cross more than %,.0f rows of pixels; expected at most so many."
                .formatted(MAX_ROWS));
        }
    }
}
