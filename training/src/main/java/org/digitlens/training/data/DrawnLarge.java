package org.digitlens.training.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;

/**
 * Labelled pictures of any size, as the application sees them when they are uploaded: each drawn ten times as large, dark
 * ink on white paper with room around it, and then found and normalised by the application's own classes.
 *
 * @param images 28 x 28, those in which the application finds ink
 * @param blank number of those in which it finds none
 */
public record DrawnLarge(LabelledImages images, int blank) {
    private static final int TIMES = 10;
    /** White pixels of the small picture on each side. */
    private static final int BORDER = 4;
    private static final int SIDE = 28;

    /** Draws and reads them. */
    public static DrawnLarge of(LabelledImages small) {
        byte[] pixels = new byte[small.size() * SIDE * SIDE];
        int[] labels = new int[small.size()];
        int count = 0;
        for (int i = 0; i < small.size(); i++) {
            Optional<int[]> seen = NormalisedPicture.of(enlarged(small, i));
            if (seen.isPresent()) {
                for (int p = 0; p < SIDE * SIDE; p++) {
                    pixels[count * SIDE * SIDE + p] = (byte) seen.get()[p];
                }
                labels[count++] = small.labels()[i];
            }
        }
        return new DrawnLarge(new LabelledImages(SIDE, SIDE, Arrays.copyOf(pixels, count * SIDE * SIDE),
                Arrays.copyOf(labels, count), small.names()), small.size() - count);
    }

    private static BufferedImage enlarged(LabelledImages images, int index) {
        int width = images.width() + 2 * BORDER;
        int height = images.height() + 2 * BORDER;
        BufferedImage small = paper(width, height);
        for (int y = 0; y < images.height(); y++) {
            for (int x = 0; x < images.width(); x++) {
                int ink = images.pixels()[(index * images.height() + y) * images.width() + x] & 0xff;
                small.setRGB(BORDER + x, BORDER + y, 0x10101 * (255 - ink));
            }
        }
        BufferedImage large = paper(TIMES * width, TIMES * height);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(small, 0, 0, large.getWidth(), large.getHeight(), null);
        graphics.dispose();
        return large;
    }

    private static BufferedImage paper(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }
}
