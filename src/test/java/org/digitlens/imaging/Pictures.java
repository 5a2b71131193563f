package org.digitlens.imaging;

import java.awt.image.BufferedImage;

import org.digitlens.decoding.PictureDecoder;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

/** Short ways from drawn ink to what the pipeline makes of it. */
public final class Pictures {

    private Pictures() { }

    public static PictureDecoder decoder() {
        return new PictureDecoder(25_000_000, 50_000_000);
    }

    public static Picture of(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Picture.flatten(image.getWidth(), image.getHeight(), argb, 1);
    }

    public static Glyph glyph(Ink ink, InkPainter painter) {
        return Segmenter.single(InkExtractor.extract(of(painter.paint(ink)))).orElseThrow();
    }

    public static GrayImage normalized(Ink ink, InkPainter painter) {
        return MnistNormalizer.normalize(glyph(ink, painter));
    }

    /** Mean difference of two pictures of one size, 0 to 1. */
    public static double difference(GrayImage a, GrayImage b) {
        double sum = 0;
        for (int i = 0; i < a.ink().length; i++) {
            sum += Math.abs(a.ink()[i] - b.ink()[i]);
        }
        return sum / a.ink().length;
    }
}
