package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.digitlens.decoding.PictureException;
import org.digitlens.imaging.Picture;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Picture PHOTO = new Picture(1000, 1000, new int[1_000_000], 1);
    private static final Picture DRAWING = new Picture(200, 200, new int[40_000], 1);

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void onePhotoAtATimeAndDrawingsBeside() throws Exception {
        var turns = new Turns(1, 0, 10);
        CompletableFuture<String> first = occupy(turns);
        assertThrows(PictureException.Busy.class, () -> turns.read(PHOTO, deadline -> "second"));
        assertEquals("drawing", turns.read(DRAWING, deadline -> "drawing"));
        end.countDown();
        assertEquals("first", first.get(10, TimeUnit.SECONDS));
        assertEquals("third", turns.read(PHOTO, deadline -> "third"));
    }

    @Test
    void givesTheTurnBackAfterAFailure() {
        var turns = new Turns(1, 0, 10);
        assertThrows(IllegalStateException.class, () -> turns.read(PHOTO, deadline -> {
            throw new IllegalStateException();
        }));
        assertEquals("next", turns.read(PHOTO, deadline -> "next"));
    }

    @Test
    void aPageHasItsTime() {
        assertThrows(PictureException.TooSlow.class, () -> new Turns(1, 0, 0).read(PHOTO, deadline -> {
            while (true) {
                deadline.check();
            }
        }));
    }

    private CompletableFuture<String> occupy(Turns turns) throws InterruptedException {
        var inside = new CountDownLatch(1);
        CompletableFuture<String> work = CompletableFuture.supplyAsync(() -> turns.read(PHOTO, deadline -> {
            inside.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "first";
        }));
        inside.await();
        return work;
    }
}
