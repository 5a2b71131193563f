package org.digitlens.training.outlier;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.ink.NumberComposer.Placed;
import org.digitlens.ink.NumberComposer.Written;

/**
 * What a piece of a written number has of its digits.
 *
 * @param digit the digit that it has most ink of
 * @param most share of that digit's ink, 0..1
 * @param second largest share of another digit's ink, 0..1
 * @param purity share of its own ink that is that digit's, 0..1
 * @param mass its ink, as a share of a digit's
 * @param narrowness its height to its width
 */
record Share(int digit, double most, double second, double purity, double mass, double narrowness) {
    /** One digit: at least so much of it, and so little else. */
    private static final double WHOLE = 0.93;
    private static final double PURE = 0.92;
    /** More than one: at least so much of two. */
    private static final double BOTH = 0.35;
    /** A part: at most so much of one and hardly anything of another, but not so little that it is a dash or a dot. */
    private static final double PART = 0.55;
    private static final double HARDLY = 0.1;
    private static final double LEAST_MASS = 0.3;
    /** Narrower than this a part may well be a 1. */
    private static final double NARROW = 2.5;

    static Share of(Written number, Glyph glyph) {
        double[] common = new double[number.digits().size()];
        int best = 0;
        for (int i = 0; i < common.length; i++) {
            common[i] = common(glyph, number.digits().get(i));
            best = common[i] > common[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < common.length; i++) {
            second = i == best ? second : Math.max(second, common[i] / mass(number.digits().get(i).ink()));
        }
        double own = mass(glyph.ink());
        double digit = mass(number.digits().get(best).ink());
        return new Share(number.digits().get(best).digit(), common[best] / digit, second, common[best] / own, own / digit,
                (double) glyph.box().height() / glyph.box().width());
    }

    boolean isOneDigit() {
        return most >= WHOLE && purity >= PURE;
    }

    boolean isMore() {
        return !isOneDigit() && most >= BOTH && second >= BOTH;
    }

    /** Whether nothing is missing of two digits at least. */
    boolean isAllOfMore() {
        return most >= WHOLE && second >= WHOLE;
    }

    boolean isPart() {
        return most <= PART && second < HARDLY && mass > LEAST_MASS && narrowness < NARROW;
    }

    private static double mass(GrayImage ink) {
        double mass = 0;
        for (float value : ink.ink()) {
            mass += value;
        }
        return mass;
    }

    /** The ink that both have in the same places. */
    private static double common(Glyph glyph, Placed digit) {
        Box box = glyph.box();
        GrayImage ink = digit.ink();
        double sum = 0;
        for (int y = Math.max(box.y(), digit.top()); y < Math.min(box.y() + box.height(), digit.top() + ink.height()); y++) {
            for (int x = Math.max(box.x(), digit.left()); x < Math.min(box.x() + box.width(), digit.left() + ink.width()); x++) {
                sum += Math.min(glyph.ink().at(x - box.x(), y - box.y()), ink.at(x - digit.left(), y - digit.top()));
            }
        }
        return sum;
    }
}
