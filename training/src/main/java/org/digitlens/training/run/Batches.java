package org.digitlens.training.run;

import java.util.ArrayDeque;
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

/**
 * One epoch's pictures in random order, augmented, in batches of nearly equal size. A thread of its own prepares the next
 * few while the current one is learned. The seed alone decides what comes out.
 */
final class Batches implements Iterator<Batches.Batch>, AutoCloseable {
    private static final int AHEAD = 4;

    /**
     * Pictures to learn in one step.
     *
     * @param pixels {@code pixels[(i * height + y) * width + x]}, 0..255
     * @param labels a label number each
     */
    record Batch(float[] pixels, int[] labels) {}

    private final LabelledImages images;
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

    Batches(LabelledImages images, Augmentation augmentation, int batch, long seed) {
        this.images = images;
        this.augmentation = augmentation;
        this.seed = seed;
        order = shuffled(images.size(), seed);
        count = count(images.size(), batch);
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
        int area = images.width() * images.height();
        float[] picture = new float[area];
        float[] pixels = new float[(to - from) * area];
        int[] labels = new int[to - from];
        for (int i = from; i < to; i++) {
            images.copy(order[i], picture, 0);
            augmenter.augment(picture, augmentation, Seeds.of(seed, order[i]), pixels, (i - from) * area);
            labels[i - from] = images.labels()[order[i]];
        }
        return new Batch(pixels, labels);
    }

    private static int[] shuffled(int size, long seed) {
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
