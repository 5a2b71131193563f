package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The singleton inside the server, as resources and pages get it. */
@ExtendWith(ArquillianExtension.class)
class RecognizerIT {

    private static final InkPainter CANVAS = InkPainter.canvas(280).withPen(22);

    @Inject
    private Recognizer recognizer;

    @Inject
    private ModelCatalogue catalogue;

    @Deployment
    static WebArchive application() {
        return Deployments.war(RecognizerIT.class, Ink.class, Ink.Point.class, InkPainter.class);
    }

    @Test
    void isReadyOnceItIsDeployed() {
        assertTrue(catalogue.isReady());
        assertTrue(catalogue.refused().isEmpty(), () -> catalogue.refused().toString());
    }

    @Test
    void keepsTheModelThatItLoaded() {
        DigitClassifier before = catalogue.find("digits").orElseThrow();
        recognizer.recognize(CANVAS.png(Ink.seven()), Question.plain(), Locale.ENGLISH);
        assertSame(before, catalogue.find("digits").orElseThrow());
    }

    @Test
    void readsEveryDigitInEightThreadsAtOnce() throws Exception {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Ink> inks = Ink.all();
            for (var answer : eight.invokeAll(IntStream.range(0, 400).mapToObj(i -> inks.get(i % inks.size()))
                    .<java.util.concurrent.Callable<List<String>>>map(ink -> () -> List.of(ink.label(), read(ink))).toList())) {
                assertEquals(answer.get().get(0), answer.get().get(1));
            }
        } finally {
            eight.shutdownNow();
        }
    }

    private String read(Ink ink) {
        Recognition recognition = recognizer.recognize(CANVAS.png(ink), Question.explained(Set.of(Explanation.CAM)), Locale.ENGLISH);
        assertTrue(recognition.explanations().get(Explanation.CAM).description().contains(" " + ink.label()));
        return recognition.prediction().label().orElse("none");
    }
}
