package org.digitlens.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/**
 * Draws {@link Ink} on a canvas as a person would: with a round pen, at any place, size and tilt, in any two colours.
 * Every {@code with} method returns a changed copy.
 *
 * @param width  of the canvas in pixels
 * @param height of the canvas in pixels
 * @param x      the ink square's left edge in pixels
 * @param y      the ink square's top edge in pixels
 * @param size   the ink square's side in pixels
 * @param pen    the pen's width in pixels
 * @param tilt   degrees clockwise about the middle of the ink square
 * @param paper  the background, or null for a transparent one
 * @param colour the ink
 */
public record InkPainter(int width, int height, double x, double y, double size, double pen, double tilt,
                         Color paper, Color colour) {

    /** A square white canvas of so many pixels a side, the digit in its middle, drawn with a medium black pen. */
    public static InkPainter canvas(int side) {
        return new InkPainter(side, side, side * 0.2, side * 0.2, side * 0.6, side * 0.06, 0, Color.WHITE, Color.BLACK);
    }

    /** The pen's width in pixels. */
    public InkPainter withPen(double pixels) {
        return new InkPainter(width, height, x, y, size, pixels, tilt, paper, colour);
    }

    /** Degrees clockwise. */
    public InkPainter withTilt(double degrees) {
        return new InkPainter(width, height, x, y, size, pen, degrees, paper, colour);
    }

    /** Where the ink square lies, all in pixels. */
    public InkPainter at(double left, double top, double side) {
        return new InkPainter(width, height, left, top, side, pen, tilt, paper, colour);
    }

    /** The paper's colour, null for transparent, and the ink's. */
    public InkPainter withColours(Color newPaper, Color newColour) {
        return new InkPainter(width, height, x, y, size, pen, tilt, newPaper, newColour);
    }

    /** The picture: with an alpha channel when the paper is transparent. */
    public BufferedImage paint(Ink ink) {
        var picture = new BufferedImage(width, height, paper == null ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (paper != null) {
            graphics.setColor(paper);
            graphics.fillRect(0, 0, width, height);
        }
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var transform = new AffineTransform();
        transform.rotate(Math.toRadians(tilt), x + size / 2, y + size / 2);
        transform.translate(x, y);
        transform.scale(size, size);
        for (var stroke : ink.smooth()) {
            var path = new Path2D.Double();
            path.moveTo(stroke.get(0).x(), stroke.get(0).y());
            stroke.forEach(point -> path.lineTo(point.x(), point.y()));
            graphics.draw(path.createTransformedShape(transform));
        }
        graphics.dispose();
        return picture;
    }

    /** The picture as a PNG file. */
    public byte[] png(Ink ink) {
        return encode(paint(ink), "png");
    }

    /** Any picture as a file of the named ImageIO format. */
    public static byte[] encode(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
