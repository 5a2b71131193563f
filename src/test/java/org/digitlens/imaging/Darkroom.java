package org.digitlens.imaging;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

import javax.imageio.ImageIO;

import org.digitlens.ink.PhotoStudio;

/** Does one thing at a time to a picture that a camera, a lamp or a stationer would. Every method returns a changed copy. */
record Darkroom(BufferedImage picture) {

    /** What becomes of the channel that is so many bits from the right, 0 to 255. */
    private interface Change {
        double apply(int x, int y, int shift);
    }

    private Darkroom each(Change change) {
        var changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    rgb |= (int) Math.max(0, Math.min(255, Math.round(change.apply(x, y, shift)))) << shift;
                }
                changed.setRGB(x, y, rgb);
            }
        }
        return new Darkroom(changed);
    }

    private int value(int x, int y, int shift) {
        return picture.getRGB(x, y) >> shift & 255;
    }

    /** How bright each place is, 0 to 1, by its place, 0 to 1 from the left and from above. */
    Darkroom lit(DoubleBinaryOperator light) {
        return each((x, y, shift) -> value(x, y, shift)
            * light.applyAsDouble((double) x / picture.getWidth(), (double) y / picture.getHeight()));
    }

    /** With a sensor's noise of so many grey levels. */
    Darkroom noisy(double deviation) {
        var random = new Random(1);
        return each((x, y, shift) -> value(x, y, shift) + deviation * random.nextGaussian());
    }

    /** Out of focus: each pixel the mean of a square of {@code 2 * radius + 1} pixels. */
    Darkroom blurred(int radius) {
        return each((x, y, shift) -> {
            int sum = 0;
            int count = 0;
            for (int v = Math.max(0, y - radius); v <= Math.min(picture.getHeight() - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(picture.getWidth() - 1, x + radius); u++) {
                    sum += value(u, v, shift);
                    count++;
                }
            }
            return (double) sum / count;
        });
    }

    /** Kept as a JPEG of a quality, 0 to 1. */
    Darkroom asJpeg(float quality) {
        try {
            return new Darkroom(ImageIO.read(new ByteArrayInputStream(PhotoStudio.jpeg(picture, quality))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a table of some colour showing on the left, in so much of the width. */
    Darkroom onATable(Color table, double share) {
        return each((x, y, shift) -> x < share * picture.getWidth() ? table.getRGB() >> shift & 255 : value(x, y, shift));
    }

    /**
     * On ruled paper: the ink lies over the lines.
     *
     * @param pen     width of a line, in pixels
     * @param step    pixels from one line to the next
     * @param degrees by which they are turned clockwise; at 0 they are level
     * @param bend    pixels by which their middle lies lower than their ends
     */
    Darkroom ruled(Color colour, float pen, double step, double degrees, double bend) {
        BufferedImage lines = lines(colour, pen, step, degrees, bend);
        return each((x, y, shift) -> Math.min(value(x, y, shift), lines.getRGB(x, y) >> shift & 255));
    }

    private BufferedImage lines(Color colour, float pen, double step, double degrees, double bend) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var lines = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D ruler = lines.createGraphics();
        ruler.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ruler.setColor(Color.WHITE);
        ruler.fillRect(0, 0, width, height);
        ruler.setColor(colour);
        ruler.setStroke(new BasicStroke(pen));
        ruler.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
        double far = Math.max(width, height);
        for (double y = height / 2.0 + step / 3 - Math.ceil(far / step) * step; y < 2 * far; y += step) {
            var line = new Path2D.Double();
            line.moveTo(width / 2.0 - far, y);
            line.quadTo(width / 2.0, y + 2 * bend, width / 2.0 + far, y);
            ruler.draw(line);
        }
        ruler.dispose();
        return lines;
    }

    /** What the decoder would hand on. */
    Picture developed() {
        return Pictures.of(picture);
    }

    /** The sign in it, normalised. */
    GrayImage read() {
        return MnistNormalizer.normalize(Segmenter.single(InkExtractor.extract(developed())).orElseThrow());
    }
}
