package org.digitlens.training.run;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.digitlens.training.augment.Augmentation;
import org.digitlens.training.augment.Augmenter;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.outlier.Outliers;

/**
 * One epoch's pictures in random order, augmented, in batches of nearly equal size, each followed by the recipe's share of
 * pictures that are none of the labels. A thread of its own prepares the next
 * few while the current one is learned. The seed alone decides what comes out.
 */
final class Batches implements Iterator<Batches.Batch>, AutoCloseable {
    private static final int AHEAD = 4;

    /**
     * Pictures to learn in one step.
     *
     * @param pixels {@code pixels[(i * height + y) * width + x]}, 0..255
     * @param targets {@code targets[i * labels + label]}, the probability that each label should get
     */
    record Batch(float[] pixels, float[] targets) {}

    private final LabelledImages images;
    private final Outliers outliers;
    private final Teachers teachers;
    private final Recipe recipe;
    private final Augmentation augmentation;
    private final long seed;
    private final int[] order;
    private final int count;
    private final Augmenter augmenter;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread prefetch = new Thread(task, "prefetch");
        prefetch.setDaemon(true);
        return prefetch;
    });
    private final Deque<Future<Batch>> prepared = new ArrayDeque<>();
    private int submitted;

    Batches(LabelledImages images, Outliers outliers, Teachers teachers, Recipe recipe, int epoch, long seed) {
        this.images = images;
        this.outliers = outliers;
        this.teachers = teachers;
        this.recipe = recipe;
        this.augmentation = recipe.augmentationIn(epoch);
        this.seed = seed;
        order = shuffled(images.size(), seed);
        count = count(images.size(), recipe.batch());
        augmenter = new Augmenter(images.width(), images.height());
    }

    /** Number of batches that a number of pictures makes. */
    static int count(int pictures, int batch) {
        return Math.max(1, pictures / batch);
    }

    @Override
    public boolean hasNext() {
        return submitted < count || !prepared.isEmpty();
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (submitted < count && prepared.size() < AHEAD) {
            int number = submitted++;
            prepared.add(thread.submit(() -> prepare(number)));
        }
        try {
            return prepared.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for pictures", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("preparing pictures failed", e.getCause());
        }
    }

    private Batch prepare(int number) {
        int from = (int) ((long) number * order.length / count);
        int to = (int) ((long) (number + 1) * order.length / count);
        int learned = to - from;
        int strange = (int) Math.round(learned * recipe.outliers());
        int area = images.width() * images.height();
        float[] picture = new float[area];
        float[] pixels = new float[learned * area];
        for (int i = from; i < to; i++) {
            images.copy(order[i], picture, 0);
            augmenter.augment(picture, augmentation, Seeds.of(seed, order[i]), pixels, (i - from) * area);
        }
        int segments = (int) Math.round(learned * recipe.segments());
        int labels = images.names().size();
        float[] all = Arrays.copyOf(pixels, (learned + segments + strange) * area);
        float[] targets = Arrays.copyOf(targets(from, to, pixels), (learned + segments + strange) * labels);
        for (int i = 0; i < segments; i++) {
            long own = Seeds.of(seed, -2, from + i);
            smoothed(outliers.segment(own, picture), labels, targets, (learned + i) * labels);
            augmenter.augment(picture, augmentation, own, all, (learned + i) * area);
        }
        for (int i = learned + segments; i < learned + segments + strange; i++) {
            long own = Seeds.of(seed, -1, from + i - learned - segments);
            outliers.draw(own, picture);
            smoothed(Outliers.NONE, labels, targets, i * labels);
            augmenter.augment(picture, augmentation, own, all, i * area);
        }
        return new Batch(all, targets);
    }

    /** The label, with the recipe's share spread over all; all of it where there is no label. */
    private void smoothed(int label, int labels, float[] targets, int offset) {
        float spread = label == Outliers.NONE ? 1 : (float) recipe.labelSmoothing();
        Arrays.fill(targets, offset, offset + labels, spread / labels);
        if (label != Outliers.NONE) {
            targets[offset + label] += 1 - spread;
        }
    }

    /** The true labels, smoothed, and as far as the recipe says what the teachers hold of the changed pictures. */
    private float[] targets(int from, int to, float[] pixels) {
        int labels = images.names().size();
        float taught = teachers.none() ? 0 : (float) recipe.teaching();
        float[] targets = teachers.none()
                ? new float[(to - from) * labels]
                : teachers.probabilities(pixels, images.height(), images.width(), labels);
        float rest = (float) (recipe.labelSmoothing() / labels);
        float most = (float) (1 - recipe.labelSmoothing());
        for (int i = from; i < to; i++) {
            for (int label = 0; label < labels; label++) {
                float own = label == images.labels()[order[i]] ? most + rest : rest;
                int at = (i - from) * labels + label;
                targets[at] = taught * targets[at] + (1 - taught) * own;
            }
        }
        return targets;
    }

    /** The numbers from 0 on, each once, in an order that the seed decides. */
    static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
