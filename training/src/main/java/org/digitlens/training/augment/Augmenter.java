package org.digitlens.training.augment;

import java.util.SplittableRandom;

/** Changes pictures of one size. Not thread-safe: it keeps two scratch pictures. */
public final class Augmenter {
    private final int width;
    private final int height;
    private final float[] warped;
    private final float[] drawn;

    public Augmenter(int width, int height) {
        this.width = width;
        this.height = height;
        warped = new float[width * height];
        drawn = new float[width * height];
    }

    /**
     * One changed picture.
     *
     * @param picture row-major, 0..255, bright ink on dark; left as it is
     * @param seed fixes the change
     * @param target receives the result from {@code offset} on
     */
    public void augment(float[] picture, Augmentation amounts, long seed, float[] target, int offset) {
        float[] result = picture;
        if (!amounts.equals(Augmentation.NONE)) {
            SplittableRandom random = new SplittableRandom(seed);
            Warp.drawn(width, height, amounts, random).apply(picture, warped);
            result = warped;
            if (random.nextDouble() < amounts.thicknessChance()) {
                Pen.apply(warped, width, height, amounts.thickness() * (2 * random.nextDouble() - 1), drawn);
                result = drawn;
            }
        }
        System.arraycopy(result, 0, target, offset, result.length);
    }
}
