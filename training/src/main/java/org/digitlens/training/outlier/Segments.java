package org.digitlens.training.outlier;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.digitlens.imaging.Cut;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Piece;
import org.digitlens.imaging.Seams;
import org.digitlens.imaging.Segmenter;
import org.digitlens.ink.MnistHand;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.NumberComposer.Written;
import org.digitlens.training.data.LabelledImages;

/**
 * What a reader of numbers puts before the network when digits touch: numbers are composed of the learned pictures, cut where
 * the application would cut them, and put together again in every way. Some of the results are one digit, with a little lost
 * or a little of the neighbour left; others are a part of one, or more than one.
 */
final class Segments {
    /** The label of what is no digit. */
    static final int NONE = -1;

    /** As many labels can be written by a {@link NumberComposer}. */
    private static final int MOST_LABELS = 10;
    private static final int MOST_DIGITS = 3;
    private static final int MOST_ATOMS = 6;
    /** Of two whole digits, which are easily told, so many are kept; of what is drawn, so many are one digit. */
    private static final double EASY = 0.2;
    private static final double DIGITS = 0.4;

    private final List<byte[]> digits = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<byte[]> others = new ArrayList<>();
    private final Random random;

    /**
     * @param learned pictures of {@value MnistNormalizer#SIDE} x {@value MnistNormalizer#SIDE}
     * @param count how many that are no digit to make, at least
     */
    Segments(LabelledImages learned, int count, long seed) {
        random = new Random(seed);
        List<List<BufferedImage>> pictures = MnistHand.byLabel(learned.pixels(), learned.labels());
        int[] known = IntStream.range(0, Math.min(MOST_LABELS, pictures.size())).filter(label -> !pictures.get(label).isEmpty()).toArray();
        NumberComposer composer = new NumberComposer(new MnistHand(pictures), random);
        while (others.size() < count) {
            StringBuilder number = new StringBuilder();
            for (int left = 2 + random.nextInt(MOST_DIGITS - 1); left > 0; left--) {
                number.append(known[random.nextInt(known.length)]);
            }
            add(composer.compose(number.toString(), Spacing.TOUCHING, 44 + random.nextInt(50)));
        }
    }

    /** Draws a picture's values, 0..255, and says which label it has, or {@link #NONE}. */
    int draw(RandomGenerator chooser, float[] target) {
        boolean digit = !digits.isEmpty() && chooser.nextDouble() < DIGITS;
        int index = chooser.nextInt((digit ? digits : others).size());
        byte[] picture = (digit ? digits : others).get(index);
        for (int i = 0; i < picture.length; i++) {
            target[i] = picture[i] & 0xff;
        }
        return digit ? labels.get(index) : NONE;
    }

    private void add(Written number) {
        for (Piece piece : Segmenter.pieces(number.ink())) {
            List<Piece> atoms = atoms(piece);
            for (int from = 0; from < atoms.size(); from++) {
                for (int to = from + 1; to <= Math.min(atoms.size(), from + MOST_ATOMS); to++) {
                    add(number, Piece.of(atoms.subList(from, to)));
                }
            }
        }
    }

    private static List<Piece> atoms(Piece piece) {
        List<Piece> atoms = new ArrayList<>();
        Cut left = null;
        List<Cut> cuts = new ArrayList<>(Seams.of(piece));
        cuts.add(null);
        for (Cut right : cuts) {
            Piece part = piece.between(left, right);
            if (part != null) {
                atoms.add(part);
                left = right;
            }
        }
        return atoms;
    }

    private void add(Written number, Piece piece) {
        Glyph glyph = piece.glyph();
        Share share = Share.of(number, glyph);
        if (share.isOneDigit()) {
            digits.add(picture(glyph));
            labels.add(share.digit());
        } else if (share.isPart() || share.isMore() && (!share.isAllOfMore() || random.nextDouble() < EASY)) {
            others.add(picture(glyph));
        }
    }

    private static byte[] picture(Glyph glyph) {
        float[] ink = MnistNormalizer.normalize(glyph).ink();
        byte[] picture = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            picture[i] = (byte) Math.round(255 * ink[i]);
        }
        return picture;
    }
}
