package org.digitlens.training.data;

import java.util.List;
import java.util.SplittableRandom;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

/**
 * Labelled pictures out of nothing: signs that are written down as strokes, each time by another writer, with a pen of
 * another width, a shaky hand, at another size and tilt, and normalised by the application's own classes.
 */
public final class DrawnSigns {
    private static final int SIDE = 28;
    private static final int CANVAS = 140;
    private static final double TILT = 10;
    private static final double SHAKE = 0.025;

    private DrawnSigns() {}

    /** The labels of signs, in their order. */
    public static List<String> names(List<Ink> signs) {
        return signs.stream().map(Ink::label).distinct().toList();
    }

    /**
     * Draws pictures, the labels in turn.
     *
     * @param signs every label by every writer
     * @param count number of pictures
     * @param seed fixes all of them; the same seed and count give the same bytes
     */
    public static LabelledImages draw(List<Ink> signs, int count, long seed) {
        List<String> names = names(signs);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % names.size();
            String name = names.get(labels[i]);
            List<Ink> versions = signs.stream().filter(ink -> ink.label().equals(name)).toList();
            int[] picture = draw(versions.get(random.nextInt(versions.size())), random);
            for (int p = 0; p < picture.length; p++) {
                pixels[i * SIDE * SIDE + p] = (byte) picture[p];
            }
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels, names);
    }

    private static int[] draw(Ink ink, SplittableRandom random) {
        double size = CANVAS * random.nextDouble(0.5, 0.7);
        double room = CANVAS - size;
        InkPainter painter = InkPainter.canvas(CANVAS).withPen(size * random.nextDouble(0.06, 0.15))
                .withTilt(random.nextDouble(-TILT, TILT))
                .at(room * random.nextDouble(0.4, 0.6), room * random.nextDouble(0.4, 0.6), size);
        return NormalisedPicture.of(painter.paint(shaky(ink, random)))
                .orElseThrow(() -> new IllegalStateException("a drawn " + ink + " came out blank"));
    }

    private static Ink shaky(Ink ink, SplittableRandom random) {
        double width = random.nextDouble(0.8, 1);
        return new Ink(ink.label(), ink.writer(), ink.strokes().stream()
                .map(stroke -> stroke.stream()
                        .map(point -> new Ink.Point(width * point.x() + random.nextDouble(-SHAKE, SHAKE),
                                point.y() + random.nextDouble(-SHAKE, SHAKE)))
                        .toList())
                .toList());
    }
}
