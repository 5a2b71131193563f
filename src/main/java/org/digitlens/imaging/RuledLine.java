package org.digitlens.imaging;

import java.util.Arrays;

/**
 * A thin line across a picture, from its left edge to its right one or to where it leaves the picture above or below.
 *
 * @param rows    where its middle lies in each column, in pixels from above; outside the picture where there is none
 * @param heights how much it stands out of the paper in each column, of 255
 */
record RuledLine(float[] rows, float[] heights) {

    /** Strips on either side that tell how dark a line is. */
    private static final int NEAR = 6;

    /** Through points that are given strip by strip, straight between them, and straight on beyond the first and the last. */
    static RuledLine through(Ridges ridges, int[] chain, int[] strips, int columns) {
        var rows = new float[columns];
        var heights = new float[columns];
        float[] height = steadied(ridges, chain);
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
                heights[x] = height[0];
            } else if (next > last) {
                rows[x] = ridges.row(chain[last]) + back * (x - ridges.middle(strips[last]));
                heights[x] = height[last];
            } else {
                float from = ridges.middle(strips[next - 1]);
                float f = (x - from) / (ridges.middle(strips[next]) - from);
                rows[x] = ridges.row(chain[next - 1]) + f * (ridges.row(chain[next]) - ridges.row(chain[next - 1]));
                heights[x] = height[next - 1] + f * (height[next] - height[next - 1]);
            }
        }
        return new RuledLine(rows, heights);
    }

    /** The ridges' heights, each the median of it and its neighbours: beside ink a ridge looks lower than it is. */
    private static float[] steadied(Ridges ridges, int[] chain) {
        var heights = new float[chain.length];
        for (int i = 0; i < chain.length; i++) {
            int from = Math.max(0, Math.min(i - NEAR, chain.length - 1 - 2 * NEAR));
            var near = new float[Math.min(chain.length, 2 * NEAR + 1)];
            for (int k = 0; k < near.length; k++) {
                near[k] = ridges.height(chain[from + k]);
            }
            Arrays.sort(near);
            heights[i] = near[near.length / 2];
        }
        return heights;
    }

    /** Rows that it moves down from one column to the next, on average. */
    float slope() {
        return (rows[rows.length - 1] - rows[0]) / (rows.length - 1);
    }

    /** How much it stands out of the paper, of 255: the median of its columns. */
    float height() {
        float[] sorted = heights.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The same, standing out of the paper by at least so much everywhere. */
    RuledLine atLeast(float height) {
        var raised = heights.clone();
        for (int x = 0; x < raised.length; x++) {
            raised[x] = Math.max(height, raised[x]);
        }
        return new RuledLine(rows, raised);
    }
}
