package org.digitlens.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows ridges from strip to strip: the best chain that ends at each is found by dynamic programming. A chain may leave out
 * strips, where ink covers the line, and bend slowly.
 */
final class LineTracker {

    /** Strips that a chain may leave out, one after another, while its direction is not known for certain. */
    private static final int LONGEST_GAP = 12;

    /** Rows that a line may move, for one column: the tangent of 17 degrees. */
    private static final float STEEPEST = 0.3f;

    /** A chain has a direction of its own after so many strips. */
    private static final int YOUNG = 4;

    private final Ridges ridges;
    private final float direction; // rows for one strip; NaN when not known
    private final int[] strip;
    private final int[] before;
    private final int[] length;
    private final float[] score;
    private final float[] slope; // rows for one strip

    /** Follows lines of any direction up to the steepest. */
    LineTracker(Ridges ridges) {
        this(ridges, Float.NaN);
    }

    /** Follows lines of a known direction, across wider gaps and from fewer ridges: so many rows for a column. */
    LineTracker(Ridges ridges, float direction) {
        this.ridges = ridges;
        this.direction = direction * ridges.width();
        int count = ridges.first(ridges.strips());
        strip = new int[count];
        before = new int[count];
        length = new int[count];
        score = new float[count];
        slope = new float[count];
        for (int s = 0; s < ridges.strips(); s++) {
            for (int ridge = ridges.first(s); ridge < ridges.first(s + 1); ridge++) {
                strip[ridge] = s;
                extend(ridge);
            }
        }
    }

    /** Finds the best chain to end with a ridge. */
    private void extend(int ridge) {
        before[ridge] = -1;
        score[ridge] = 1;
        length[ridge] = 1;
        slope[ridge] = Float.isNaN(direction) ? 0 : direction;
        int s = strip[ridge];
        int gap = Float.isNaN(direction) ? LONGEST_GAP : Math.max(LONGEST_GAP, ridges.strips() / 2);
        for (int other = ridges.first(Math.max(0, s - 1 - gap)); other < ridges.first(s); other++) {
            int strips = s - strip[other];
            float step = (ridges.row(ridge) - ridges.row(other)) / strips;
            if (Math.abs(step) > STEEPEST * ridges.width()) {
                continue;
            }
            boolean young = Float.isNaN(direction) && length[other] < YOUNG;
            float off = young ? 0 : Math.abs(step - slope[other]) * strips;
            if (off > 1 + 0.2f * strips || young && strips > 2) {
                continue;
            }
            float ratio = ridges.height(ridge) / ridges.height(other);
            float value = score[other] + 1 - 0.05f * (strips - 1) - 0.3f * off - (ratio > 2.5f || ratio < 0.4f ? 0.6f : 0);
            if (value > score[ridge]) {
                score[ridge] = value;
                before[ridge] = other;
                length[ridge] = length[other] + 1;
                slope[ridge] = young ? step : 0.8f * slope[other] + 0.2f * step;
            }
        }
    }

    /** Chains of ridges from left to right, the best ones first, each of at least so many ridges; no ridge is in two. */
    List<int[]> chains(int least) {
        var order = new ArrayList<Integer>();
        for (int ridge = 0; ridge < score.length; ridge++) {
            if (length[ridge] >= least) {
                order.add(ridge);
            }
        }
        order.sort((a, b) -> Float.compare(score[b], score[a]));
        var used = new boolean[score.length];
        var chains = new ArrayList<int[]>();
        for (int end : order) {
            var chain = new int[length[end]];
            int from = chain.length;
            for (int at = end; at >= 0 && !used[at]; at = before[at]) {
                chain[--from] = at;
            }
            if (chain.length - from >= least) {
                chain = Arrays.copyOfRange(chain, from, chain.length);
                for (int ridge : chain) {
                    used[ridge] = true;
                }
                chains.add(chain);
            }
        }
        return chains;
    }

    /** The strips that a chain's ridges lie in. */
    int[] strips(int[] chain) {
        return Arrays.stream(chain).map(ridge -> strip[ridge]).toArray();
    }
}
