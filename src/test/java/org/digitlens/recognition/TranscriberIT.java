package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.digitlens.document.ArchiveReader;
import org.digitlens.document.DocumentReader;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.server.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bean that reads numbers, inside the server, as the resource gets it. */
@ExtendWith(ArquillianExtension.class)
class TranscriberIT {

    @Inject
    private Transcriber transcriber;

    @Inject
    private Instance<PictureDecoder> decoders;

    @Inject
    private Instance<DocumentReader> documents;

    @Inject
    private Instance<ArchiveReader> archives;

    @Deployment
    static WebArchive application() {
        return Deployments.war(TranscriberIT.class, Numbers.class, Ink.class, Ink.Point.class, InkPainter.class);
    }

    @Test
    void sharesItsLimitsWithAllOthers() {
        assertSame(decoders.get(), decoders.get());
        assertSame(documents.get(), documents.get());
        assertSame(archives.get(), archives.get());
    }

    @Test
    void readsInEightThreadsAtOnce() throws Exception {
        List<Callable<List<String>>> readings = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String number = Integer.toString(100 + i * 37 % 900);
            readings.add(() -> List.of(number, read(Numbers.png(number))));
        }
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<String>> reading : eight.invokeAll(readings)) {
                assertEquals(reading.get().get(0), reading.get().get(1));
            }
        } finally {
            eight.shutdownNow();
        }
    }

    private String read(byte[] png) {
        return transcriber.transcription(Question.plain(), OptionalInt.empty(), Locale.ENGLISH)
            .single(Uploads.of(new Upload("a.png", () -> png))).orElseThrow().reading().text();
    }
}
