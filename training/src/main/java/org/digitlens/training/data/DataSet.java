package org.digitlens.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.digitlens.training.UserError;

/** Labelled pictures, and the files that they came from. */
public record DataSet(LabelledImages images, List<Source> sources) {

    /** The data set's name, with which its files' names begin: {@code MNIST}, or its folder's. */
    public String name() {
        String file = sources.get(0).name();
        return file.substring(0, Math.max(0, file.lastIndexOf(' ')));
    }

    /**
     * A file.
     *
     * @param sha256 of the file, unpacked if it was gzipped, in hexadecimal
     */
    public record Source(String name, String sha256) {

        /**
         * A file as it is on disk.
         *
         * @throws UserError when it cannot be read
         */
        public static Source of(String name, Path file) {
            try {
                return new Source(name, Sha256.of(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
    }
}
