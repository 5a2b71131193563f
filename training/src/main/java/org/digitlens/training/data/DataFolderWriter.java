package org.digitlens.training.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a data set of one's own, as {@link DataFolder} reads it: IDX files and {@code labels.txt}. */
public final class DataFolderWriter {
    private DataFolderWriter() {}

    /** Writes pictures to learn from and pictures to report on, which must have the same names of labels. */
    public static void write(Path folder, LabelledImages training, LabelledImages test) throws IOException {
        if (!training.names().equals(test.names())) {
            throw new IllegalArgumentException("training pictures with the labels " + training.names()
                    + " and test pictures with " + test.names() + " are no data set");
        }
        Files.createDirectories(folder);
        write(folder, "train", training);
        write(folder, "test", test);
        Files.write(folder.resolve("labels.txt"), training.names());
    }

    private static void write(Path folder, String set, LabelledImages images) throws IOException {
        byte[] labels = new byte[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) images.labels()[i];
        }
        writeIdx(folder.resolve(set + "-images-idx3-ubyte"), images.pixels(), images.size(), images.height(),
                images.width());
        writeIdx(folder.resolve(set + "-labels-idx1-ubyte"), labels, labels.length);
    }

    /** Writes an IDX file of unsigned bytes. */
    public static void writeIdx(Path file, byte[] values, int... sizes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).put(new byte[] {0, 0, 8, (byte) sizes.length});
        for (int size : sizes) {
            header.putInt(size);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header.array());
            out.write(values);
        }
    }
}
