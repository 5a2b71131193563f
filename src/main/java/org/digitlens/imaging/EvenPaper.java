package org.digitlens.imaging;

import java.util.Arrays;

/**
 * Paper of one colour all over, as drawings, screenshots and good scans have it: what most of the picture's edge shows. Ink
 * is whatever differs from it.
 *
 * @param colour  the median colour along the four edges, {@code 0xRRGGBB}
 * @param uniform whether nearly all of the edge has just this colour
 */
record EvenPaper(int colour, boolean uniform) {

    /** A colour is the same when no channel differs by more than this, of 255. */
    private static final int SAME = 4;

    /** Share of the edge that has the paper's colour; ink and ruling may cross the rest. */
    private static final double UNIFORM = 0.75;

    /** Share of the picture that has the paper's colour, or its neighbour's. */
    private static final double MOSTLY = 0.5;

    /** What the edge of a picture shows. */
    static EvenPaper of(Picture picture) {
        int[] edge = edge(picture);
        int colour = median(edge, 16) << 16 | median(edge, 8) << 8 | median(edge, 0);
        int same = 0;
        for (int pixel : edge) {
            same += isSame(pixel, colour) ? 1 : 0;
        }
        return new EvenPaper(colour, same >= UNIFORM * edge.length);
    }

    private static int[] edge(Picture picture) {
        int width = picture.width();
        int height = picture.height();
        int[] rgb = picture.rgb();
        var edge = new int[2 * (width + height)];
        System.arraycopy(rgb, 0, edge, 0, width);
        System.arraycopy(rgb, (height - 1) * width, edge, width, width);
        for (int y = 0; y < height; y++) {
            edge[2 * width + 2 * y] = rgb[y * width];
            edge[2 * width + 2 * y + 1] = rgb[y * width + width - 1];
        }
        return edge;
    }

    private static int median(int[] pixels, int shift) {
        var counts = new int[256];
        for (int pixel : pixels) {
            counts[pixel >> shift & 255]++;
        }
        return Histogram.quantile(counts, 0, 256, pixels.length / 2);
    }

    private static boolean isSame(int pixel, int colour) {
        return Math.abs((pixel >> 16 & 255) - (colour >> 16)) <= SAME && Math.abs((pixel >> 8 & 255) - (colour >> 8 & 255)) <= SAME
            && Math.abs((pixel & 255) - (colour & 255)) <= SAME;
    }

    /** Whether paper and ink are so even that this is all of the paper: most pixels have its colour, or their neighbour's. */
    boolean isAllOf(Picture picture, int[] histogram) {
        int[] rgb = picture.rgb();
        if (!uniform || Histogram.sum(histogram, 0, 2) >= MOSTLY * rgb.length) {
            return uniform;
        }
        int like = 0;
        for (int i = 1; i < rgb.length; i++) {
            like += rgb[i] == rgb[i - 1] ? 1 : 0;
        }
        return like >= MOSTLY * rgb.length;
    }

    /**
     * How far each pixel is from the paper, 0 to 255: channel by channel, so that colours of one brightness differ.
     *
     * @param difference of the picture's size; overwritten
     * @return how often each difference occurs
     */
    int[] differences(Picture picture, byte[] difference) {
        int red = colour >> 16;
        int green = colour >> 8 & 255;
        int blue = colour & 255;
        int[] rgb = picture.rgb();
        var histogram = new int[256];
        for (int i = 0; i < rgb.length;) { // drawings are mostly runs of one colour
            int pixel = rgb[i];
            int start = i;
            do {
                i++;
            } while (i < rgb.length && rgb[i] == pixel);
            int d = 77 * Math.abs((pixel >> 16 & 255) - red) + 150 * Math.abs((pixel >> 8 & 255) - green)
                + 29 * Math.abs((pixel & 255) - blue) >> 8;
            Arrays.fill(difference, start, i, (byte) d);
            histogram[d] += i - start;
        }
        return histogram;
    }
}
