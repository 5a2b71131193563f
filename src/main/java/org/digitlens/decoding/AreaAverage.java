package org.digitlens.decoding;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import org.digitlens.imaging.Picture;

/**
 * Shrinks a decoded picture by a whole factor, each pixel the average of a square: thin strokes stay whole, where dropping pixels
 * breaks them.
 */
final class AreaAverage {

    private final BufferedImage image;
    private final int factor;

    /** @param factor more than 1 */
    AreaAverage(BufferedImage image, int factor) {
        this.image = image;
        this.factor = factor;
    }

    Picture picture() {
        int width = image.getWidth();
        var reducer = new RowReducer(width, image.getHeight(), factor);
        byte[] bytes = image.getRaster().getDataBuffer() instanceof DataBufferByte data ? data.getData() : null;
        for (int y = 0; y < image.getHeight(); y++) {
            switch (image.getType()) {
                case BufferedImage.TYPE_3BYTE_BGR -> colours(bytes, 3 * width * y, reducer.line());
                case BufferedImage.TYPE_BYTE_GRAY -> greys(bytes, width * y, reducer.line());
                default -> image.getRGB(0, y, width, 1, reducer.line(), 0, width);
            }
            reducer.addLine();
        }
        return Picture.flatten(reducer.width(), reducer.height(), reducer.argb(), factor);
    }

    private static void colours(byte[] bytes, int from, int[] line) {
        for (int x = 0, at = from; x < line.length; x++, at += 3) {
            line[x] = 0xff000000 | (bytes[at + 2] & 255) << 16 | (bytes[at + 1] & 255) << 8 | bytes[at] & 255;
        }
    }

    private static void greys(byte[] bytes, int from, int[] line) {
        for (int x = 0; x < line.length; x++) {
            line[x] = 0xff000000 | (bytes[from + x] & 255) * 0x010101;
        }
    }
}
