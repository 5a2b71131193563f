package org.digitlens.training.data;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Segmenter;

/** A picture as a model gets to see it in the application, through the application's own classes. */
public final class NormalisedPicture {
    private NormalisedPicture() {}

    /** The opaque picture's ink as 28 x 28 whole values 0..255, row-major; empty for a blank one. */
    public static Optional<int[]> of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        return Segmenter.single(InkExtractor.extract(new Picture(width, height, rgb, 1)))
                .map(MnistNormalizer::normalize)
                .map(NormalisedPicture::bytes);
    }

    private static int[] bytes(GrayImage image) {
        int[] values = new int[image.ink().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(255 * image.ink()[i]);
        }
        return values;
    }
}
