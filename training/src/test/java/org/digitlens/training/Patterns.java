package org.digitlens.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.digitlens.training.data.DataFolderWriter;
import org.digitlens.training.data.LabelledImages;

/** A data set that needs no data: lying bars, standing bars and frames, at random places on 28 x 28. */
public final class Patterns {
    public static final List<String> NAMES = List.of("lying", "standing", "frame");
    private static final int SIDE = 28;

    private Patterns() {}

    /** So many pictures, the labels in turn. */
    public static LabelledImages images(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] pixels = new byte[count * SIDE * SIDE];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % NAMES.size();
            int left = 4 + random.nextInt(6);
            int top = 4 + random.nextInt(6);
            for (int p = 0; p < 14; p++) {
                if (labels[i] != 1) {
                    ink(pixels, i, left + p, top);
                }
                if (labels[i] != 0) {
                    ink(pixels, i, left, top + p);
                }
                if (labels[i] == 2) {
                    ink(pixels, i, left + p, top + 13);
                    ink(pixels, i, left + 13, top + p);
                }
            }
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels, NAMES);
    }

    private static void ink(byte[] pixels, int image, int x, int y) {
        pixels[(image * SIDE + y) * SIDE + x] = (byte) 250;
    }

    /** Writes a data set of one's own: training and test files, and {@code labels.txt}. */
    public static Path folder(Path folder, int training, int test) {
        try {
            DataFolderWriter.write(folder, images(training, 1), images(test, 2));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of an IDX file. */
    public static byte[] idx(byte[] values, int... sizes) {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).put(new byte[] {0, 0, 8, (byte) sizes.length});
        for (int size : sizes) {
            header.putInt(size);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        out.writeBytes(values);
        return out.toByteArray();
    }
}
