package org.digitlens.recognition;

import java.util.function.Supplier;

import org.digitlens.web.ProblemException;

/**
 * A file that somebody sent.
 *
 * @param name    fit to be shown
 * @param content reads it; throws a {@link ProblemException} where that fails or there is nothing
 */
record Upload(String name, Supplier<byte[]> content) {

    /** The file's bytes, which are not kept. */
    byte[] bytes() {
        return content.get();
    }
}
