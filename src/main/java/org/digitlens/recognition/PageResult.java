package org.digitlens.recognition;

import java.util.Optional;
import java.util.OptionalInt;

import org.digitlens.web.Problem;

/**
 * One page among several: what was read on it, or why it could not be read.
 *
 * @param file       name of its file, fit to be shown
 * @param page       its number in the file, from 1; empty for a problem of the whole file
 * @param nanos      time that it took, from the file's bytes on
 * @param transcript what was read, unless there is a problem
 * @param problem    why nothing was read, unless there is a transcript
 */
record PageResult(String file, OptionalInt page, long nanos, Optional<Transcript> transcript, Optional<Problem> problem) {

    static PageResult read(String file, int page, long nanos, Transcript transcript) {
        return new PageResult(file, OptionalInt.of(page), nanos, Optional.of(transcript), Optional.empty());
    }

    static PageResult failed(String file, int page, long nanos, Problem problem) {
        return new PageResult(file, OptionalInt.of(page), nanos, Optional.empty(), Optional.of(problem));
    }

    static PageResult failed(String file, Problem problem) {
        return new PageResult(file, OptionalInt.empty(), 0, Optional.empty(), Optional.of(problem));
    }
}
