package org.digitlens.imaging;

/** Shrinks a picture by a whole factor while its rows arrive: each pixel is the average of a square of the file's. */
final class RowReducer {

    private final int sourceWidth;
    private final int sourceHeight;
    private final int factor;
    private final int width;
    private final int height;
    private final int[] argb;
    private final long[] sums;

    RowReducer(int sourceWidth, int sourceHeight, int factor) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.factor = factor;
        width = (sourceWidth + factor - 1) / factor;
        height = (sourceHeight + factor - 1) / factor;
        argb = new int[width * height];
        sums = factor == 1 ? new long[0] : new long[width * 4];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The reduced picture, {@code 0xAARRGGBB}, row-major; with factor 1 rows are written straight into it. */
    int[] argb() {
        return argb;
    }

    /** Takes row {@code y} of the file; colours count by how opaque they are. */
    void add(int[] line, int y) {
        for (int x = 0; x < sourceWidth; x++) {
            int pixel = line[x];
            int alpha = pixel >>> 24;
            int cell = x / factor * 4;
            sums[cell] += alpha;
            sums[cell + 1] += (long) alpha * (pixel >> 16 & 255);
            sums[cell + 2] += (long) alpha * (pixel >> 8 & 255);
            sums[cell + 3] += (long) alpha * (pixel & 255);
        }
        if ((y + 1) % factor == 0 || y + 1 == sourceHeight) {
            write(y / factor, y % factor + 1);
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
        java.util.Arrays.fill(sums, 0);
    }
}
