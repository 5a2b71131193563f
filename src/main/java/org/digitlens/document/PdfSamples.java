package org.digitlens.document;

import java.io.IOException;

/** The unpacked samples of a picture in a PDF, row by row as colours; what the file is too short for is paper. */
final class PdfSamples {

    private static final int OPAQUE = 0xff000000;
    private static final int PAPER = 0xffffffff;

    private final byte[] bytes;
    private final int width;
    private final int bits;
    private final PdfColours colours;
    private final float[] low;
    private final float[] high;
    private final int[] byValue;

    /**
     * @param width  in pixels
     * @param bits   of one sample: 1, 2, 4, 8 or 16
     * @param decode what the smallest and the largest value of each component mean; empty for the usual
     */
    PdfSamples(byte[] bytes, int width, int bits, PdfColours colours, float[] decode) throws IOException {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
            throw new IOException(bits + " bits a sample");
        }
        this.bytes = bytes;
        this.width = width;
        this.bits = bits;
        this.colours = colours;
        low = new float[colours.components()];
        high = new float[colours.components()];
        for (int c = 0; c < low.length; c++) {
            boolean given = decode.length >= 2 * low.length;
            low[c] = given ? decode[2 * c] : 0;
            high[c] = given ? decode[2 * c + 1] : colours.most(bits);
        }
        byValue = low.length == 1 ? byValue() : new int[0];
    }

    private int[] byValue() {
        var table = new int[1 << Math.min(8, bits)];
        for (int value = 0; value < table.length; value++) {
            table[value] = OPAQUE | colours.rgb(new float[] {low[0] + (high[0] - low[0]) * value / (table.length - 1)});
        }
        return table;
    }

    /** Writes the colours of a row, {@code 0xAARRGGBB}. */
    void row(int y, int[] line) {
        int components = low.length;
        long from = y * ((long) width * components * bits + 7 >> 3);
        var colour = new float[components];
        for (int x = 0; x < width; x++) {
            if (from + ((long) (x + 1) * components * bits + 7 >> 3) > bytes.length) {
                line[x] = PAPER;
            } else if (components == 1) {
                line[x] = byValue[sample(from, x)];
            } else {
                for (int c = 0; c < components; c++) {
                    float value = sample(from, x * components + c) / (bits >= 8 ? 255f : (1 << bits) - 1f);
                    colour[c] = low[c] + (high[c] - low[c]) * value;
                }
                line[x] = OPAQUE | colours.rgb(colour);
            }
        }
    }

    /** Writes the colours of a stencil's row: ink where the sample says so, else nothing. */
    void stencilRow(int y, int ink, int[] line) {
        long from = y * ((long) width + 7 >> 3);
        int painted = low[0] > high[0] ? 1 : 0;
        for (int x = 0; x < width; x++) {
            boolean there = from + (x >> 3) < bytes.length;
            line[x] = there && sample(from, x) == painted ? OPAQUE | ink : 0;
        }
    }

    /** One sample; of one with 16 bits the upper 8. */
    private int sample(long from, int index) {
        if (bits >= 8) {
            return bytes[(int) from + index * (bits >> 3)] & 255;
        }
        int bit = index * bits;
        return bytes[(int) from + (bit >> 3)] >> 8 - bits - (bit & 7) & (1 << bits) - 1;
    }
}
