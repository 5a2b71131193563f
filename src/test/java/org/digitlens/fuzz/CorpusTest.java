package org.digitlens.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reads every file of the fuzzing corpus, what fuzzing once found included, within the limits that are the defaults. */
class CorpusTest {

    private static final ReadingTarget TARGET = new ReadingTarget(25_000_000, 20, 1_000_000_000);

    @BeforeAll
    static void warmUp() {
        TARGET.warmUp(Corpus.seeds().values());
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsReadOrRefused() throws IOException {
        return Files.list(Corpus.FOLDER).sorted().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
            () -> TARGET.check(Files.readAllBytes(file), true)));
    }

    @Test
    void everySeedIsCommitted() {
        Corpus.seeds().keySet().forEach(name -> assertTrue(Files.isRegularFile(Corpus.FOLDER.resolve(name)),
            name + " is missing: run Corpus.main"));
    }
}
