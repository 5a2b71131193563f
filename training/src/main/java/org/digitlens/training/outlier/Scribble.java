package org.digitlens.training.outlier;

import java.util.random.RandomGenerator;
import org.digitlens.imaging.GrayImage;

/** Strokes without a meaning: chains of random points, joined by curves or straight lines, and filled patches. */
final class Scribble {
    private static final int SIDE = 56;
    private static final int LEAST_POINTS = 6;
    private static final int MOST_POINTS = 14;
    private static final int STEPS = 6;

    private Scribble() {}

    /** One to four strokes with at least six turns in all: fewer could be a digit. */
    static GrayImage strokes(RandomGenerator random) {
        GrayImage image = GrayImage.blank(SIDE, SIDE);
        double radius = 1.2 + 2.2 * random.nextDouble();
        int points = random.nextInt(LEAST_POINTS, MOST_POINTS + 1);
        boolean curved = random.nextBoolean();
        while (points > 0) {
            int length = Math.min(points, 2 + random.nextInt(MOST_POINTS - 1));
            stroke(image, length, radius, curved, random);
            points -= length;
        }
        return image;
    }

    /** A filled ellipse or box, turned at random. */
    static GrayImage patch(RandomGenerator random) {
        GrayImage image = GrayImage.blank(SIDE, SIDE);
        double a = 8 + 16 * random.nextDouble();
        double b = 8 + 16 * random.nextDouble();
        double angle = Math.PI * random.nextDouble();
        boolean round = random.nextBoolean();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - SIDE / 2.0;
                double dy = y - SIDE / 2.0;
                double u = Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle)) / a;
                double v = Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle)) / b;
                image.ink()[y * SIDE + x] = (round ? u * u + v * v : Math.max(u, v)) < 1 ? 1 : 0;
            }
        }
        return image;
    }

    private static void stroke(GrayImage image, int length, double radius, boolean curved, RandomGenerator random) {
        double[] x = new double[length + 2];
        double[] y = new double[length + 2];
        for (int i = 1; i <= length; i++) {
            x[i] = 4 + (SIDE - 8) * random.nextDouble();
            y[i] = 4 + (SIDE - 8) * random.nextDouble();
        }
        x[0] = x[1];
        y[0] = y[1];
        x[length + 1] = x[length];
        y[length + 1] = y[length];
        for (int i = 1; i < length; i++) {
            double fromX = x[i];
            double fromY = y[i];
            int steps = curved ? STEPS : 1;
            for (int step = 1; step <= steps; step++) {
                double t = (double) step / steps;
                double toX = curved ? spline(x, i, t) : x[i + 1];
                double toY = curved ? spline(y, i, t) : y[i + 1];
                line(image, fromX, fromY, toX, toY, radius);
                fromX = toX;
                fromY = toY;
            }
        }
    }

    /** Catmull-Rom between points i and i + 1. */
    private static double spline(double[] p, int i, double t) {
        return 0.5 * (2 * p[i] + (p[i + 1] - p[i - 1]) * t + (2 * p[i - 1] - 5 * p[i] + 4 * p[i + 1] - p[i + 2]) * t * t
                + (3 * p[i] - p[i - 1] - 3 * p[i + 1] + p[i + 2]) * t * t * t);
    }

    /** Inks every pixel within the radius of the segment, with a soft edge of one pixel. */
    private static void line(GrayImage image, double x0, double y0, double x1, double y1, double radius) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = Math.max(dx * dx + dy * dy, 1e-9);
        int left = (int) Math.max(0, Math.min(x0, x1) - radius - 1);
        int right = (int) Math.min(SIDE - 1, Math.max(x0, x1) + radius + 1);
        int top = (int) Math.max(0, Math.min(y0, y1) - radius - 1);
        int bottom = (int) Math.min(SIDE - 1, Math.max(y0, y1) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / squared));
                double distance = Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
                float ink = (float) Math.max(0, Math.min(1, radius + 0.5 - distance));
                image.ink()[y * SIDE + x] = Math.max(image.ink()[y * SIDE + x], ink);
            }
        }
    }
}
