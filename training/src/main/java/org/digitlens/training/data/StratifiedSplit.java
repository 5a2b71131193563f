package org.digitlens.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A split into pictures to learn from and pictures to choose by. Each label's share of the second part is its share of
 * the whole, rounded; which pictures is drawn from a seed.
 *
 * @param learning indices, ascending
 * @param validation indices, ascending
 */
public record StratifiedSplit(int[] learning, int[] validation) {
    /** One for all runs, so that choices made in different runs are made on the same pictures. */
    public static final long SEED = 20_000;
    /** The share held out: 10,000 of MNIST's 60,000. */
    public static final double SHARE = 1.0 / 6;

    /** Holds out the given number of pictures. */
    public static StratifiedSplit of(LabelledImages images, int heldOut, long seed) {
        List<List<Integer>> byLabel = new ArrayList<>();
        images.names().forEach(name -> byLabel.add(new ArrayList<>()));
        for (int i = 0; i < images.size(); i++) {
            byLabel.get(images.labels()[i]).add(i);
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] chosen = new boolean[images.size()];
        int seen = 0;
        int taken = 0;
        for (List<Integer> indices : byLabel) {
            seen += indices.size();
            // Of all pictures up to this label, so that the rounding errors do not add up.
            int share = (int) Math.round((double) heldOut * seen / images.size()) - taken;
            shuffle(indices, random);
            indices.subList(0, share).forEach(i -> chosen[i] = true);
            taken += share;
        }
        return new StratifiedSplit(where(chosen, false), where(chosen, true));
    }

    private static void shuffle(List<Integer> indices, SplittableRandom random) {
        for (int i = indices.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Integer swapped = indices.get(i);
            indices.set(i, indices.get(j));
            indices.set(j, swapped);
        }
    }

    private static int[] where(boolean[] chosen, boolean wanted) {
        int[] found = new int[chosen.length];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == wanted) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
