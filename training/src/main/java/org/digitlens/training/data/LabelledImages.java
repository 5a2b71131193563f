package org.digitlens.training.data;

import java.util.List;

/**
 * Grey pictures of one size with a label each.
 *
 * @param pixels {@code pixels[(i * height + y) * width + x]}, unsigned 0..255, bright ink on dark
 * @param labels {@code labels[i]} is an index into {@code names}
 * @param names the labels as a person reads them
 */
public record LabelledImages(int width, int height, byte[] pixels, int[] labels, List<String> names) {

    public LabelledImages {
        names = List.copyOf(names);
        if (pixels.length != (long) labels.length * width * height) {
            throw new IllegalArgumentException(labels.length + " labels need " + (long) labels.length * width * height
                    + " pixels of " + width + " x " + height + " pictures, found " + pixels.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= names.size()) {
                throw new IllegalArgumentException("picture " + i + " has label " + labels[i] + ", but there are "
                        + names.size() + " names of labels: " + names);
            }
        }
    }

    /** Number of pictures. */
    public int size() {
        return labels.length;
    }

    /** Copies one picture's values, 0..255, into {@code target} from {@code offset} on. */
    public void copy(int index, float[] target, int offset) {
        int area = width * height;
        for (int i = 0; i < area; i++) {
            target[offset + i] = pixels[index * area + i] & 0xff;
        }
    }

    /** Values of the first pictures, 0..255, one picture after the other. */
    public float[] values(int count) {
        int area = width * height;
        float[] values = new float[count * area];
        for (int i = 0; i < count; i++) {
            copy(i, values, i * area);
        }
        return values;
    }

    /** The pictures with these indices, in this order. */
    public LabelledImages select(int[] indices) {
        int area = width * height;
        byte[] chosen = new byte[indices.length * area];
        int[] chosenLabels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * area, chosen, i * area, area);
            chosenLabels[i] = labels[indices[i]];
        }
        return new LabelledImages(width, height, chosen, chosenLabels, names);
    }

    /** Mean of all values, 0..255. */
    public double mean() {
        long sum = 0;
        for (byte pixel : pixels) {
            sum += pixel & 0xff;
        }
        return (double) sum / pixels.length;
    }

    /** Standard deviation of all values, in the same unit. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (byte pixel : pixels) {
            double d = (pixel & 0xff) - mean;
            squares += d * d;
        }
        return Math.sqrt(squares / pixels.length);
    }
}
