package org.digitlens.recognition;

import java.util.List;

/**
 * The files in a request's body, of whichever kind it is: {@link UploadsReader} makes them of a file as it is, of JSON, and of a
 * form.
 *
 * @param files at least one, in the order in which they were sent
 */
public record Uploads(List<Upload> files) {

    public Uploads {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("expected at least one file");
        }
    }

    static Uploads of(Upload file) {
        return new Uploads(List.of(file));
    }

    /** Whether there is only one file, which may hold several pictures. */
    boolean isOne() {
        return files.size() == 1;
    }

    /** The bytes of the first file, where one picture is asked for. */
    byte[] first() {
        return files.get(0).bytes();
    }
}
