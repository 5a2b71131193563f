package org.digitlens.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.digitlens.classifier.Models;
import org.digitlens.ink.Hand;
import org.digitlens.ink.MnistHand;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.reading.NumberSet.Specimen;
import org.digitlens.reading.NumberSet.Surface;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How well whole numbers are read, as a table, and no worse than is claimed. {@code bench/numbers} prints it.
 *
 * <p>System properties: {@code digitlens.numbers.set=training} composes from MNIST's training digits, by which things are
 * chosen, instead of its test digits; {@code digitlens.numbers.misread=FOLDER} writes what is misread there, to be looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberTableTest {

    private static final boolean TRAINING = "training".equals(System.getProperty("digitlens.numbers.set"));
    private static final int COUNT = Integer.getInteger("digitlens.numbers.count", 300);
    private static final long SEED = 20261120;

    private final List<String> rows = new ArrayList<>();
    private NumberReader reader;

    @BeforeAll
    void loadTheDefaultModel() {

        reader = new NumberReader(Models.catalogue().find("digits").orElseThrow());
    }

    @AfterAll
    void print() {
        System.out.println(NumberScore.head());
        rows.forEach(System.out::println);
    }

    static Stream<Arguments> drawn() {
        return Stream.of(
            arguments(new NumberSet(Spacing.APART, Surface.CLEAN), 0.98),
            arguments(new NumberSet(Spacing.APART, Surface.PHOTOGRAPHED), 0.98),
            arguments(new NumberSet(Spacing.APART, Surface.RULED), 0.97),
            arguments(new NumberSet(Spacing.TOUCHING, Surface.CLEAN), 0.58));
    }

    @ParameterizedTest(name = "{0}: at least {1}")
    @MethodSource("drawn")
    void readsNumbersDrawnFromStrokes(NumberSet set, double least) {
        score("strokes: " + set, set.write(Hand.strokes(), COUNT / 3, SEED), least);
    }

    /** docs/reading.md says what was measured; one standard error of 300 numbers is 1 to 2 %. */
    static Stream<Arguments> composed() {
        return Stream.of(
            arguments(new NumberSet(Spacing.APART, Surface.CLEAN), 0.97),
            arguments(new NumberSet(Spacing.APART, Surface.PHOTOGRAPHED), 0.95),
            arguments(new NumberSet(Spacing.APART, Surface.RULED), 0.95),
            arguments(new NumberSet(Spacing.TOUCHING, Surface.CLEAN), 0.82),
            arguments(new NumberSet(Spacing.MIXED, Surface.CLEAN), 0.88),
            arguments(new NumberSet(Spacing.MIXED, Surface.PHOTOGRAPHED), 0.83),
            arguments(new NumberSet(Spacing.MIXED, Surface.RULED), 0.85));
    }

    @ParameterizedTest(name = "{0}: at least {1}")
    @MethodSource("composed")
    @EnabledIf(value = "org.digitlens.ink.MnistHand#isThere", disabledReason = "MNIST's files are not there: name their folder by"
        + " -Ddigitlens.mnist=DIR (see training/README.md)")
    void readsNumbersComposedFromMnist(NumberSet set, double least) {
        Hand hand = TRAINING ? MnistHand.training() : MnistHand.test();
        score((TRAINING ? "MNIST training: " : "MNIST test: ") + set, set.write(hand, COUNT, SEED), least);
    }

    private void score(String name, List<Specimen> specimens, double least) {
        NumberScore score = NumberScore.of(specimens, reader);
        rows.add(score.row(name));
        String folder = System.getProperty("digitlens.numbers.misread");
        if (folder != null) {
            score.wrong().forEach(misread -> keep(Path.of(folder), name, misread, specimens.get(misread.index())));
        }
        assertTrue(score.exactRate() >= least, () -> score.row(name) + " expected at least " + least);
    }

    private static void keep(Path folder, String name, NumberScore.Misread misread, Specimen specimen) {
        try {
            String file = name.replaceAll("[^A-Za-z]+", "-") + "-" + misread.index() + "-" + misread.written() + "-as-"
                + misread.read().replace('?', 'q').replace('\n', '_') + ".img";
            Files.write(Files.createDirectories(folder).resolve(file), specimen.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
