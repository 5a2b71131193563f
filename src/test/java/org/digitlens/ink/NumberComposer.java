package org.digitlens.ink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;

/**
 * Writes whole numbers, digit beside digit, as one hand would: about one size, about one baseline. How far apart is measured
 * between the strokes, row by row, and not between boxes: so the bar of a 7 may reach over its neighbour.
 */
public final class NumberComposer {

    /** How neighbouring digits stand. */
    public enum Spacing {
        /** No strokes meet. */
        APART,
        /** Each digit meets the one before: overlaps it by 1 to 6 % of its height, up to half a pen's width. */
        TOUCHING,
        /** Of neighbours, half touch, at random. */
        MIXED
    }

    /**
     * A written number.
     *
     * @param ink    all of it, on a sheet
     * @param digits each by itself, from left to right
     */
    public record Written(GrayImage ink, List<Placed> digits) { }

    /**
     * One digit of a number.
     *
     * @param digit 0 to 9
     * @param ink   cut to its box
     * @param left  column of the sheet where it begins
     * @param top   row of the sheet where it begins
     */
    public record Placed(int digit, GrayImage ink, int left, int top) { }

    private static final float INK = 0.25f;

    private final Hand hand;
    private final Random random;

    public NumberComposer(Hand hand, Random random) {
        this.hand = hand;
        this.random = random;
    }

    /** Digits, all equally likely. */
    public String number(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    /**
     * The number's ink on a sheet with a margin of half a digit's height around it.
     *
     * @param height of a digit, about, in pixels
     */
    public GrayImage write(String digits, Spacing spacing, double height) {
        return compose(digits, spacing, height).ink();
    }

    /** The same, with each digit by itself. */
    public Written compose(String digits, Spacing spacing, double height) {
        int margin = (int) Math.round(height / 2);
        GrayImage sheet = GrayImage.blank((int) (2 * margin + digits.length() * 1.6 * height), (int) (2 * margin + 1.3 * height));
        int right = margin;
        int[] reach = null;
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < digits.length(); i++) {
            GrayImage digit = hand.write(digits.charAt(i) - '0', height * (0.92 + 0.16 * random.nextDouble()), random);
            int top = (int) Math.round(margin + 1.15 * height - digit.height() - random.nextDouble() * 0.08 * height);
            int left = i == 0 ? margin : left(reach, digit, top, gap(spacing, height));
            put(sheet, digit, left, top);
            placed.add(new Placed(digits.charAt(i) - '0', digit, left, top));
            reach = reach(reach, sheet.height(), digit, left, top);
            right = Math.max(right, left + digit.width());
        }
        return new Written(sheet.crop(new Box(0, 0, right + margin, sheet.height())), placed);
    }

    /** White between the strokes, in pixels; less than 0 where they overlap. */
    private double gap(Spacing spacing, double height) {
        boolean touch = spacing == Spacing.TOUCHING || spacing == Spacing.MIXED && random.nextBoolean();
        return height * (touch ? -0.01 - 0.05 * random.nextDouble() : 0.07 + 0.25 * random.nextDouble());
    }

    /** Where a digit begins so that it keeps that much from what is written, in rows that are as near as the gap is wide. */
    private static int left(int[] reach, GrayImage digit, int top, double gap) {
        int near = (int) Math.max(0, gap);
        int left = Integer.MIN_VALUE;
        for (int y = 0; y < digit.height(); y++) {
            for (int row = Math.max(0, top + y - near); row <= Math.min(reach.length - 1, top + y + near); row++) {
                if (reach[row] >= 0 && first(digit, y) < digit.width()) {
                    left = Math.max(left, reach[row] - first(digit, y));
                }
            }
        }
        return (int) Math.round(left + gap);
    }

    private static int first(GrayImage digit, int y) {
        int x = 0;
        while (x < digit.width() && digit.at(x, y) < INK) {
            x++;
        }
        return x;
    }

    /** The column after the last that is inked, for each row of the sheet; -1 where none is. */
    private static int[] reach(int[] before, int rows, GrayImage digit, int left, int top) {
        int[] reach = new int[rows];
        Arrays.fill(reach, -1);
        if (before != null) {
            System.arraycopy(before, 0, reach, 0, rows);
        }
        for (int y = 0; y < digit.height(); y++) {
            for (int x = digit.width() - 1; x >= 0; x--) {
                if (digit.at(x, y) >= INK) {
                    reach[top + y] = Math.max(reach[top + y], left + x + 1);
                    break;
                }
            }
        }
        return reach;
    }

    private static void put(GrayImage sheet, GrayImage digit, int left, int top) {
        for (int y = 0; y < digit.height(); y++) {
            for (int x = 0; x < digit.width(); x++) {
                int at = (top + y) * sheet.width() + left + x;
                sheet.ink()[at] = Math.max(sheet.ink()[at], digit.at(x, y));
            }
        }
    }
}
