package org.digitlens.imaging;

/**
 * Tells ink from paper, whatever their colours. On even paper, ink is whatever differs from it, so dark on light, light on
 * dark and one colour on another of the same brightness are all alike. In a photo or a scan the paper differs from place to
 * place, and is noisy: see {@link Shading} and {@link NoisyPaper}. Ruled lines are taken out of both.
 */
public final class InkExtractor {

    private InkExtractor() { }

    /** The picture's ink, 0 = paper to 1 = full ink; all 0 when nothing stands out from the paper. */
    public static GrayImage extract(Picture picture) {
        EvenPaper paper = EvenPaper.of(picture);
        if (paper.uniform()) {
            var difference = new Difference(picture.width(), picture.height(), new byte[picture.rgb().length], 0);
            int[] histogram = paper.differences(picture, difference.values());
            if (paper.isAllOf(picture, histogram)) {
                return drawn(difference, histogram);
            }
        }
        return photographed(picture);
    }

    private static GrayImage drawn(Difference difference, int[] histogram) {
        Difference cleaned = Ruling.remove(difference);
        if (cleaned == difference) {
            return ink(difference, InkLevels.ofEvenPaper(histogram));
        }
        GrayImage ink = ink(cleaned, InkLevels.ofEvenPaper(Histogram.of(cleaned.values())));
        Haze.remove(ink);
        Specks.remove(ink);
        return ink;
    }

    private static GrayImage photographed(Picture picture) {
        Difference difference = new Shading(picture).differences(picture);
        Smoothing.apply(difference);
        return NoisyPaper.ink(Ruling.remove(difference));
    }

    private static GrayImage ink(Difference difference, float[] levels) {
        GrayImage ink = GrayImage.blank(difference.width(), difference.height());
        byte[] values = difference.values();
        if (levels != null) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] != 0) {
                    ink.ink()[i] = levels[values[i] & 255];
                }
            }
        }
        return ink;
    }
}
