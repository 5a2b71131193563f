package org.digitlens.recognition;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

/** Whole numbers as pictures: digits that stand apart, 60 pixels high, each by the same hand every time. */
final class Numbers {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 100;
    private static final int LINE = 140;

    private Numbers() { }

    /** A PNG file. {@code -} is a minus sign, {@code .} a decimal point, a space is blank, and a line ends at {@code \n}. */
    static byte[] png(String text) {
        return InkPainter.encode(painted(text), "png");
    }

    static BufferedImage painted(String text) {
        List<String> lines = text.lines().toList();
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        var sheet = new BufferedImage(WIDTH * (longest + 1), LINE * Math.max(1, lines.size()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int line = 0; line < lines.size(); line++) {
            for (int i = 0; i < lines.get(line).length(); i++) {
                write(graphics, lines.get(line).charAt(i), WIDTH / 2 + WIDTH * i, 20 + LINE * line);
            }
        }
        graphics.dispose();
        return sheet;
    }

    private static void write(Graphics2D graphics, char sign, int x, int y) {
        switch (sign) {
            case ' ' -> { }
            case '-' -> graphics.draw(new Line2D.Double(x + 18, y + 50, x + 42, y + 50));
            case '.' -> graphics.draw(new Line2D.Double(x + 30, y + 78, x + 31, y + 78));
            default -> {
                var painter = new InkPainter(WIDTH, HEIGHT, 0, 20, WIDTH, 5, 0, Color.WHITE, Color.BLACK);
                graphics.drawImage(painter.paint(Ink.of(sign - '0')), x, y, null);
            }
        }
    }
}
