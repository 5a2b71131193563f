package org.digitlens.decoding;

import java.io.IOException;

/** Something that reads a file in memory. */
@FunctionalInterface
public interface Work<T> {

    /** @throws IOException when the file is damaged */
    T run() throws IOException;
}
