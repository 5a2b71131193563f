package org.digitlens.training.outlier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Segmenter;
import org.digitlens.ink.Ink;
import org.digitlens.training.data.DrawnSigns;
import org.digitlens.training.data.LabelledImages;

/**
 * An endless source of pictures that are none of the labels: characters that it was given, letters and marks drawn from
 * strokes, scribbles, filled patches, and two or three of the learned pictures side by side, all normalised as the
 * application does.
 */
public final class Outliers {
    /** The label of what has none. */
    public static final int NONE = Segments.NONE;

    private static final int MARKS = 1500;
    private static final double CHARACTERS = 0.6;

    private static final int SEGMENTS = 80_000;

    private final LabelledImages learned;
    private final LabelledImages others;
    private List<LabelledImages> characters;
    private Segments segments;

    /**
     * A source.
     *
     * @param learned pictures of {@value MnistNormalizer#SIDE} x {@value MnistNormalizer#SIDE}, to set side by side
     * @param others more pictures that are none of the labels, such as characters of other alphabets, or null
     */
    public Outliers(LabelledImages learned, LabelledImages others) {
        this.learned = learned;
        this.others = others;
    }

    /** Drawn when they are first asked for: that takes seconds, and most recipes have no outliers. */
    private synchronized List<LabelledImages> characters() {
        if (characters == null) {
            List<Ink> marks = Ink.marks().stream().filter(mark -> !learned.names().contains(mark.label())).toList();
            characters = Stream.of(DrawnSigns.draw(marks, MARKS, 1), others).filter(Objects::nonNull).toList();
        }
        return characters;
    }

    /** Cut when they are first asked for: that takes a minute, and few recipes have any. */
    private synchronized Segments segments() {
        if (segments == null) {
            segments = new Segments(learned, SEGMENTS, 1);
        }
        return segments;
    }

    /**
     * A part of a number whose digits touch, not augmented.
     *
     * @param seed decides which
     * @param target receives its values, 0..255, row-major
     * @return its label, or {@link #NONE} where it is a part of a digit, or more than one
     */
    public int segment(long seed, float[] target) {
        return segments().draw(new SplittableRandom(seed), target);
    }

    /**
     * One picture, not augmented.
     *
     * @param seed decides which
     * @param target receives its values, 0..255, row-major
     */
    public void draw(long seed, float[] target) {
        RandomGenerator random = new SplittableRandom(seed);
        if (random.nextDouble() < CHARACTERS) {
            LabelledImages set = characters().get(random.nextInt(characters().size()));
            set.copy(random.nextInt(set.size()), target, 0);
            return;
        }
        Optional<GrayImage> normalised;
        do {
            normalised = Segmenter.single(composed(random)).map(MnistNormalizer::normalize);
        } while (normalised.isEmpty());
        for (int i = 0; i < target.length; i++) {
            target[i] = 255 * normalised.get().ink()[i];
        }
    }

    private GrayImage composed(RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < 0.5) {
            return Scribble.strokes(random);
        }
        return kind < 0.9 ? sideBySide(random) : Scribble.patch(random);
    }

    /** Two or three learned pictures, overlapping by up to a third, so that they touch or nearly do. */
    private GrayImage sideBySide(RandomGenerator random) {
        int count = random.nextDouble() < 0.8 ? 2 : 3;
        int side = learned.width();
        int pitch = side * 2 / 3 + random.nextInt(side / 3);
        GrayImage row = GrayImage.blank(pitch * (count - 1) + side, learned.height());
        float[] picture = new float[side * learned.height()];
        for (int i = 0; i < count; i++) {
            learned.copy(random.nextInt(learned.size()), picture, 0);
            for (int p = 0; p < picture.length; p++) {
                int at = p / side * row.width() + i * pitch + p % side;
                row.ink()[at] = Math.max(row.ink()[at], picture[p] / 255);
            }
        }
        return row;
    }
}
