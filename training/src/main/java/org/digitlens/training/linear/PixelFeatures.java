package org.digitlens.training.linear;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** Pictures as Tribuo takes them: a feature for each pixel with ink, named after its place, 0..1. */
final class PixelFeatures {
    /** What Tribuo's 1 is in our pictures. */
    static final float FULL = 255;

    private static final String PREFIX = "pixel";

    private final String[] names;

    /** @param area pixels of a picture */
    PixelFeatures(int area) {
        names = IntStream.range(0, area).mapToObj(place -> PREFIX + place).toArray(String[]::new);
    }

    /** The place, {@code y * width + x}, of the pixel that a feature is named after. */
    static int place(String name) {
        return Integer.parseInt(name.substring(PREFIX.length()));
    }

    /**
     * One picture. Tribuo takes no example without features, so the pixel in the middle is always one, with ink or not.
     *
     * @param pixels 0..255; the picture begins at {@code offset}
     */
    Example<Label> example(float[] pixels, int offset, Label label) {
        String[] inked = new String[names.length];
        double[] ink = new double[names.length];
        int count = 0;
        for (int place = 0; place < names.length; place++) {
            if (pixels[offset + place] > 0 || place == names.length / 2) {
                inked[count] = names[place];
                ink[count++] = pixels[offset + place] / FULL;
            }
        }
        return new ArrayExample<>(label, Arrays.copyOf(inked, count), Arrays.copyOf(ink, count));
    }
}
