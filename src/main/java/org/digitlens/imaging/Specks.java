package org.digitlens.imaging;

import java.util.Arrays;

/**
 * Removes what is not written from a photo's ink: pieces (8 neighbours) without a core of strong ink, and what lies along
 * the picture's edge, such as the tip of a shadow, a finger or the table, while there is more ink elsewhere.
 */
final class Specks {

    /** Ink of this strength is certain. */
    private static final float STRONG = 0.5f;

    /** A piece needs so many pixels of strong ink, and one more for so many pixels of the picture. */
    private static final int LEAST_CORE = 4;
    private static final int PIXELS_PER_CORE = 6000;

    /** A point that somebody wrote is smaller, but strong nearly everywhere. */
    private static final int POINT = 4;
    private static final double STRONG_POINT = 0.6;

    /** What lies along the edge with this share of its longer side, or cuts a corner, is no stroke that crosses the edge. */
    private static final double ALONG = 0.25;

    /** What lies along the edge is written nevertheless when it has this share of all ink. */
    private static final double LARGE = 0.25;

    private final float[] ink;
    private final int width;
    private final int height;
    private final boolean[] seen;
    private final int leastCore;
    private double total;
    private int[] piece = new int[1024];
    private int size;
    private int core;

    private Specks(float[] ink, int width, int height) {
        this.ink = ink;
        this.width = width;
        this.height = height;
        seen = new boolean[ink.length];
        leastCore = LEAST_CORE + ink.length / PIXELS_PER_CORE;
    }

    /** Removes specks, in place. */
    static void remove(GrayImage image) {
        new Specks(image.ink(), image.width(), image.height()).remove();
    }

    private void remove() {
        for (float value : ink) {
            total += value;
        }
        for (int at = 0; at < ink.length; at++) {
            if (ink[at] > 0 && !seen[at]) {
                collect(at);
                if (core < leastCore && !isPoint() || liesAlongTheEdge()) {
                    for (int i = 0; i < size; i++) {
                        ink[piece[i]] = 0;
                    }
                }
            }
        }
    }

    private boolean isPoint() {
        return POINT * core >= leastCore && core >= STRONG_POINT * size;
    }

    private boolean liesAlongTheEdge() {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        int across = 0; // pixels on the upper and lower edge
        int down = 0;   // and on the left and right one
        double mass = 0;
        for (int i = 0; i < size; i++) {
            int x = piece[i] % width;
            int y = piece[i] / width;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
            across += y == 0 || y == height - 1 ? 1 : 0;
            down += x == 0 || x == width - 1 ? 1 : 0;
            mass += ink[piece[i]];
        }
        return mass < LARGE * total
            && (Math.max(across, down) > ALONG * Math.max(right - left, bottom - top) || across > 0 && down > 0);
    }

    private void collect(int start) {
        size = 0;
        core = 0;
        add(start);
        for (int next = 0; next < size; next++) {
            int at = piece[next];
            int x = at % width;
            int y = at / width;
            for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                    int near = row * width + column;
                    if (ink[near] > 0 && !seen[near]) {
                        add(near);
                    }
                }
            }
        }
    }

    private void add(int at) {
        if (size == piece.length) {
            piece = Arrays.copyOf(piece, 2 * size);
        }
        piece[size++] = at;
        seen[at] = true;
        core += ink[at] >= STRONG ? 1 : 0;
    }
}
