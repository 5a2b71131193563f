package org.digitlens.decoding;

import java.util.Arrays;

/** Shrinks a picture by a whole factor while its rows arrive: each pixel is the average of a square of the file's. */
public final class RowReducer {

    private final int sourceWidth;
    private final int sourceHeight;
    private final int factor;
    private final int width;
    private final int height;
    private final int[] argb;
    private final int[] line;
    private final long[] sums;
    private int y;

    /**
     * @param sourceWidth  of the file's picture, in pixels
     * @param sourceHeight of the file's picture, in pixels
     * @param factor       how many pixels of the file become one along each side
     */
    public RowReducer(int sourceWidth, int sourceHeight, int factor) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.factor = factor;
        width = (sourceWidth + factor - 1) / factor;
        height = (sourceHeight + factor - 1) / factor;
        argb = new int[width * height];
        line = new int[sourceWidth];
        sums = factor == 1 ? new long[0] : new long[width * 4];
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The reduced picture, {@code 0xAARRGGBB}, row-major. */
    public int[] argb() {
        return argb;
    }

    /** Takes the next row of the file, which begins at {@code from}. */
    void add(PngPixels pixels, byte[] rows, int from) {
        if (factor == 1) {
            pixels.unpack(rows, from, argb, y++ * width, width);
            return;
        }
        pixels.unpack(rows, from, line, 0, sourceWidth);
        addLine();
    }

    /** Where the caller may write the next row of the file, {@code 0xAARRGGBB}, before it calls {@link #addLine}. */
    public int[] line() {
        return line;
    }

    /** Takes the row that stands in {@link #line}. */
    public void addLine() {
        if (factor == 1) {
            System.arraycopy(line, 0, argb, y++ * width, width);
            return;
        }
        for (int x = 0; x < sourceWidth; x++) { // colours count by how opaque they are
            int pixel = line[x];
            int alpha = pixel >>> 24;
            int cell = x / factor * 4;
            sums[cell] += alpha;
            sums[cell + 1] += (long) alpha * (pixel >> 16 & 255);
            sums[cell + 2] += (long) alpha * (pixel >> 8 & 255);
            sums[cell + 3] += (long) alpha * (pixel & 255);
        }
        y++;
        if (y % factor == 0 || y == sourceHeight) {
            write((y - 1) / factor, (y - 1) % factor + 1);
        }
    }

    private void write(int row, int rows) {
        for (int x = 0; x < width; x++) {
            int columns = Math.min(factor, sourceWidth - x * factor);
            long alpha = sums[4 * x];
            argb[row * width + x] = alpha == 0 ? 0
                : (int) (alpha / (rows * columns) << 24 | sums[4 * x + 1] / alpha << 16 | sums[4 * x + 2] / alpha << 8
                    | sums[4 * x + 3] / alpha);
        }
        Arrays.fill(sums, 0);
    }
}
