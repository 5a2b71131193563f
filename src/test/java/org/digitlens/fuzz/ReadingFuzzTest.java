package org.digitlens.fuzz;

import java.util.Arrays;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.BeforeAll;

/** Looks for bytes that break the reading; {@code mvn test -Pfuzz}, see docs/fuzzing.md. */
class ReadingFuzzTest {

    /** Small pictures only, so that many are tried. */
    private static final ReadingTarget TARGET = new ReadingTarget(40_000, 20, 400_000_000);

    @BeforeAll
    static void warmUp() {
        TARGET.warmUp(Corpus.seeds().values());
    }

    @FuzzTest(maxDuration = "60s")
    @DictionaryFile(resourcePath = "formats.dict")
    void anyBytesAreReadOrRefused(byte[] file) {
        TARGET.check(file, Arrays.hashCode(file) % 8 == 0);
    }
}
