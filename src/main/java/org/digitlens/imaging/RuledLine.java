package org.digitlens.imaging;

/**
 * A thin line across a picture, from its left edge to its right one or to where it leaves the picture above or below.
 *
 * @param rows    where its middle lies in each column, in pixels from above; outside the picture where there is none
 * @param heights how much it stands out of the paper in each column, of 255
 */
record RuledLine(float[] rows, float[] heights) {

    /** Through points that are given strip by strip, straight between them, and straight on beyond the first and the last. */
    static RuledLine through(Ridges ridges, int[] chain, int[] strips, int columns) {
        var rows = new float[columns];
        var heights = new float[columns];
        int last = chain.length - 1;
        int span = Math.min(last, 8);
        float front = (ridges.row(chain[span]) - ridges.row(chain[0])) / (ridges.middle(strips[span]) - ridges.middle(strips[0]));
        float back = (ridges.row(chain[last]) - ridges.row(chain[last - span])) / (ridges.middle(strips[last]) - ridges.middle(strips[last - span]));
        for (int x = 0, next = 0; x < columns; x++) {
            while (next <= last && ridges.middle(strips[next]) < x) {
                next++;
            }
            if (next == 0) {
                rows[x] = ridges.row(chain[0]) + front * (x - ridges.middle(strips[0]));
                heights[x] = ridges.height(chain[0]);
            } else if (next > last) {
                rows[x] = ridges.row(chain[last]) + back * (x - ridges.middle(strips[last]));
                heights[x] = ridges.height(chain[last]);
            } else {
                float from = ridges.middle(strips[next - 1]);
                float f = (x - from) / (ridges.middle(strips[next]) - from);
                rows[x] = ridges.row(chain[next - 1]) + f * (ridges.row(chain[next]) - ridges.row(chain[next - 1]));
                heights[x] = ridges.height(chain[next - 1]) + f * (ridges.height(chain[next]) - ridges.height(chain[next - 1]));
            }
        }
        return new RuledLine(rows, heights);
    }

    /** Rows that it moves down from one column to the next, on average. */
    float slope() {
        return (rows[rows.length - 1] - rows[0]) / (rows.length - 1);
    }
}
