package org.digitlens.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.zip.Deflater;

import org.digitlens.imaging.PngEncoder;

/**
 * A transparent sheet to paint a chart on, and the way from there to a small PNG file. A chart has few colours, so it
 * is written with a palette: encoding is what takes the time, and a palette makes it several times faster.
 */
final class Canvas {

    private static final int MOST_COLOURS = 256;
    private static final int TABLE = 4096;
    private static final int SOFT_BITS = 4;
    private static final int SMALL = 6; // 9 saves another fifth, in ten times the time

    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * @param width  in units
     * @param height in units
     * @param scale  pixels a unit
     */
    Canvas(int width, int height, int scale) {
        image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_ARGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(scale, scale);
    }

    /** To paint with, in units. */
    Graphics2D graphics() {
        return graphics;
    }

    /** A text of so many letters at most, its end replaced where it is longer. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** Writes a line of text. */
    void text(String text, Font font, Color colour, double x, double baseline, double align) {
        graphics.setFont(font);
        graphics.setColor(colour);
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        graphics.drawString(text, (float) (x - align * width), (float) baseline);
    }

    /** The sheet as a PNG file, fast, for a chart that is looked at once; call once, at the end. */
    byte[] png() {
        return png(Deflater.BEST_SPEED);
    }

    /** The sheet as a PNG file about half as large, for a chart that many will fetch; call once, at the end. */
    byte[] smallPng() {
        return png(SMALL);
    }

    private byte[] png(int effort) {
        graphics.dispose();
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var indices = new byte[argb.length];
        int[] palette = null;
        for (int dropped = 0; palette == null; dropped++) {
            palette = index(argb, dropped, indices);
        }
        return PngEncoder.encode(image.getWidth(), image.getHeight(), indices, palette, effort);
    }

    /**
     * Gives each colour a number; null when there are too many even with so many lower bits dropped. The soft edges of
     * letters lose theirs first: what is not opaque, and single pixels. Plain areas keep their colours longest.
     */
    private static int[] index(int[] argb, int dropped, byte[] indices) {
        var palette = new int[MOST_COLOURS];
        var slots = new short[TABLE];
        int count = 0;
        int previous = ~argb[0];
        byte number = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] != previous) {
                previous = argb[i];
                boolean single = i + 1 == argb.length || argb[i + 1] != previous;
                int colour = previous >>> 24 < 255 ? coarse(previous, dropped)
                    : coarse(previous, single ? dropped : Math.max(0, dropped - SOFT_BITS)) | 0xff000000;
                int slot = colour * 0x9e3779b1 >>> 20;
                while (slots[slot] != 0 && palette[slots[slot] - 1] != colour) {
                    slot = slot + 1 & TABLE - 1;
                }
                if (slots[slot] == 0) {
                    if (count == MOST_COLOURS) {
                        return null;
                    }
                    palette[count] = colour;
                    slots[slot] = (short) ++count;
                }
                number = (byte) (slots[slot] - 1);
            }
            indices[i] = number;
        }
        return Arrays.copyOf(palette, count);
    }

    /** A colour whose lower bits repeat its upper ones, so that on the average no channel gets darker or brighter. */
    private static int coarse(int colour, int dropped) {
        int upper = colour & 0x01010101 * (0xff << dropped & 0xff);
        return upper | upper >>> 8 - dropped & 0x01010101 * ((1 << dropped) - 1);
    }
}
