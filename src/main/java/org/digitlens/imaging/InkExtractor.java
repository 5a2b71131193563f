package org.digitlens.imaging;

/**
 * Tells ink from paper, whatever their colours. On even paper, ink is whatever differs from it, so dark on light, light on
 * dark and one colour on another of the same brightness are all alike. On a photo or a scan the paper differs from place
 * to place.
 */
public final class InkExtractor {

    private InkExtractor() { }

    /** The picture's ink, 0 = paper to 1 = full ink; all 0 when nothing stands out from the paper. */
    public static GrayImage extract(Picture picture) {
        EvenPaper paper = EvenPaper.of(picture);
        if (paper.uniform()) {
            var difference = new byte[picture.rgb().length];
            int[] histogram = paper.differences(picture, difference);
            if (paper.isAllOf(picture, histogram)) {
                byte[] cleaned = Ruling.remove(new Difference(picture.width(), picture.height(), difference, 0)).values();
                if (cleaned != difference) {
                    java.util.Arrays.fill(histogram, 0);
                    for (byte d : cleaned) {
                        histogram[d & 255]++;
                    }
                    difference = cleaned;
                }
                return ink(picture, difference, InkLevels.ofEvenPaper(histogram));
            }
        }
        return photographed(picture);
    }

    private static GrayImage photographed(Picture picture) {
        byte[] difference = new Shading(picture).differences(picture);
        Smoothing.apply(difference, picture.width(), picture.height());
        difference = Ruling.remove(new Difference(picture.width(), picture.height(), difference, Shading.PAPER)).values();
        float[] ink = NoisyPaper.ink(difference, picture.width(), picture.height());
        return ink == null ? GrayImage.blank(picture.width(), picture.height()) : new GrayImage(picture.width(), picture.height(), ink);
    }

    private static GrayImage ink(Picture picture, byte[] difference, float[] levels) {
        var values = new float[difference.length];
        if (levels != null) {
            for (int i = 0; i < values.length; i++) {
                if (difference[i] != 0) {
                    values[i] = levels[difference[i] & 255];
                }
            }
        }
        return new GrayImage(picture.width(), picture.height(), values);
    }
}
