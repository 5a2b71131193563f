package org.digitlens.ink;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/** Somebody, or many people, who write digits. */
@FunctionalInterface
public interface Hand {

    /**
     * One digit's ink, cut to its box.
     *
     * @param digit  0 to 9
     * @param height of the box's longer side, about, in pixels
     */
    GrayImage write(int digit, double height, Random random);

    /** The hands of {@link Ink}, with pens of different widths. */
    static Hand strokes() {
        return (digit, height, random) -> {
            List<Ink> hands = Ink.all(Integer.toString(digit));
            int side = (int) Math.ceil(1.5 * height);
            var painter = InkPainter.canvas(side).at(side * 0.15, side * 0.15, side * 0.7)
                .withPen(height * (0.07 + 0.06 * random.nextDouble())).withTilt(random.nextGaussian() * 4)
                .withColours(Color.BLACK, Color.WHITE);
            return cut(inkOf(painter.paint(hands.get(random.nextInt(hands.size())))));
        };
    }

    /** What is bright in a picture, as ink. */
    static GrayImage inkOf(BufferedImage picture) {
        GrayImage ink = GrayImage.blank(picture.getWidth(), picture.getHeight());
        for (int i = 0; i < ink.ink().length; i++) {
            ink.ink()[i] = (picture.getRGB(i % ink.width(), i / ink.width()) & 255) / 255f;
        }
        return ink;
    }

    /** The part around all that is not quite blank. */
    static GrayImage cut(GrayImage image) {
        int left = image.width();
        int right = 0;
        int top = image.height();
        int bottom = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.at(x, y) > 0.02f) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return image.crop(new Box(left, top, right - left, bottom - top));
    }
}
