package org.digitlens.training.data;

import java.util.List;

/** Labelled pictures, and the files that they came from. */
public record DataSet(LabelledImages images, List<Source> sources) {

    /**
     * A file.
     *
     * @param sha256 of the unpacked file, in hexadecimal
     */
    public record Source(String name, String sha256) {}
}
