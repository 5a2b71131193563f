package org.digitlens.reading;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.BasicStroke;
import java.awt.image.BufferedImage;

import org.digitlens.imaging.Picture;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

/** A sheet of white paper that several signs are written on with one pen. */
final class Sheet {

    private final BufferedImage paper;
    private final double pen;

    Sheet(int width, int height, double pen) {
        paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pen = pen;
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
    }

    /** A sign, its writing square's upper left corner at a place, with a side of so many pixels. */
    Sheet write(Ink ink, double x, double y, double side) {
        return write(ink, x, y, side, 0);
    }

    /** The same, tilted by so many degrees clockwise. */
    Sheet write(Ink ink, double x, double y, double side, double tilt) {
        var painter = new InkPainter(paper.getWidth(), paper.getHeight(), x, y, side, pen, tilt, null, Color.BLACK);
        Graphics2D graphics = paper.createGraphics();
        graphics.drawImage(painter.paint(ink), 0, 0, null);
        graphics.dispose();
        return this;
    }

    /** The first writer's digits side by side, their squares so many pixels apart and each so much lower than the one before. */
    Sheet write(String digits, double x, double y, double side, double pitch, double fall) {
        for (int i = 0; i < digits.length(); i++) {
            write(Ink.of(digits.charAt(i) - '0'), x + i * pitch, y + i * fall, side);
        }
        return this;
    }

    /** A dot as large as the pen makes it. */
    Sheet dot(double x, double y) {
        return dot(x, y, 1.3 * pen);
    }

    Sheet dot(double x, double y, double diameter) {
        Graphics2D graphics = graphics();
        graphics.fill(new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
        graphics.dispose();
        return this;
    }

    /** A straight stroke. */
    Sheet line(double fromX, double fromY, double toX, double toY) {
        Graphics2D graphics = graphics();
        graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
        graphics.dispose();
        return this;
    }

    private Graphics2D graphics() {
        Graphics2D graphics = paper.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        return graphics;
    }

    Picture picture() {
        int[] rgb = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        return new Picture(paper.getWidth(), paper.getHeight(), rgb, 1);
    }

    BufferedImage image() {
        return paper;
    }
}
