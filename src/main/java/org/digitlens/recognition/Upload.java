package org.digitlens.recognition;

import java.util.function.Supplier;

import org.digitlens.web.ProblemException;

/**
 * A file that somebody sent.
 *
 * @param name    fit to be shown
 * @param content reads it, which may work only once; throws a {@link ProblemException} where that fails or there is nothing
 */
record Upload(String name, Supplier<byte[]> content) {

    /** The file's bytes, which are not kept. */
    byte[] bytes() {
        return content.get();
    }

    /** The same, read now and kept, so that it can be looked at more than once: the parts of a form cannot. */
    Upload held() {
        byte[] bytes = bytes();
        return new Upload(name, () -> bytes);
    }
}
