package org.digitlens.training.augment;

import java.util.random.RandomGenerator;

/**
 * One drawn change of geometry: where each pixel of the result comes from. Affine about the centre, plus a smooth
 * bend: a grid of random moves, {@value #SPACING} pixels apart, interpolated by cubic B-splines.
 */
final class Warp {
    private static final int SPACING = 5;

    private final int width;
    private final int height;
    private final double[] matrix = new double[4];
    private final double shiftX;
    private final double shiftY;
    private final int columns;
    private final double[] bendX;
    private final double[] bendY;

    private Warp(int width, int height, Augmentation amounts, RandomGenerator random) {
        this.width = width;
        this.height = height;
        double angle = Math.toRadians(amounts.rotation() * even(random));
        double scaleX = 1 / (1 + amounts.scale() * even(random));
        double scaleY = 1 / (1 + amounts.scale() * even(random));
        double shear = amounts.shear() * even(random);
        shiftX = amounts.shift() * even(random);
        shiftY = amounts.shift() * even(random);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        matrix[0] = cos * scaleX;
        matrix[1] = (shear * cos - sin) * scaleX;
        matrix[2] = sin * scaleY;
        matrix[3] = (shear * sin + cos) * scaleY;
        columns = width / SPACING + 4;
        int rows = height / SPACING + 4;
        if (random.nextDouble() < amounts.bendChance()) {
            bendX = moves(rows * columns, amounts.bend(), random);
            bendY = moves(rows * columns, amounts.bend(), random);
        } else {
            bendX = null;
            bendY = null;
        }
    }

    static Warp drawn(int width, int height, Augmentation amounts, RandomGenerator random) {
        return new Warp(width, height, amounts, random);
    }

    /** The warped picture, bilinear, 0 where it reaches outside. */
    void apply(float[] source, float[] target) {
        double[] move = new double[2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromCentreX = x - (width - 1) / 2.0 - shiftX;
                double fromCentreY = y - (height - 1) / 2.0 - shiftY;
                bend(x, y, move);
                double fromX = matrix[0] * fromCentreX + matrix[1] * fromCentreY + (width - 1) / 2.0 + move[0];
                double fromY = matrix[2] * fromCentreX + matrix[3] * fromCentreY + (height - 1) / 2.0 + move[1];
                target[y * width + x] = sample(source, fromX, fromY);
            }
        }
    }

    private void bend(int x, int y, double[] move) {
        move[0] = 0;
        move[1] = 0;
        if (bendX == null) {
            return;
        }
        int column = x / SPACING;
        int row = y / SPACING;
        for (int j = 0; j < 4; j++) {
            double weightY = BASIS[y % SPACING][j];
            for (int i = 0; i < 4; i++) {
                double weight = weightY * BASIS[x % SPACING][i];
                int knot = (row + j) * columns + column + i;
                move[0] += weight * bendX[knot];
                move[1] += weight * bendY[knot];
            }
        }
    }

    private float sample(float[] source, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float upper = (1 - right) * at(source, left, top) + right * at(source, left + 1, top);
        float lower = (1 - right) * at(source, left, top + 1) + right * at(source, left + 1, top + 1);
        return (1 - down) * upper + down * lower;
    }

    private float at(float[] source, int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : source[y * width + x];
    }

    private static double even(RandomGenerator random) {
        return 2 * random.nextDouble() - 1;
    }

    private static double[] moves(int count, double largest, RandomGenerator random) {
        double[] moves = new double[count];
        for (int i = 0; i < count; i++) {
            moves[i] = largest * even(random);
        }
        return moves;
    }

    /** The four cubic B-spline weights at each pixel between two knots. */
    private static final double[][] BASIS = new double[SPACING][];

    static {
        for (int i = 0; i < SPACING; i++) {
            double t = (double) i / SPACING;
            BASIS[i] = new double[] {
                (1 - t) * (1 - t) * (1 - t) / 6,
                (3 * t * t * t - 6 * t * t + 4) / 6,
                (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6,
                t * t * t / 6
            };
        }
    }
}
