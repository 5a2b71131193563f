package org.digitlens.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

/** How bodies of many requests at once share the memory. */
class BodyBudgetTest {

    private static final int MANY = 10;

    private long now;
    private final AtomicInteger evicted = new AtomicInteger();
    private final BodyBudget budget = new BodyBudget(2_000_000, MANY, () -> now);

    @Test
    void whatIsHereCountsUntilItIsAnswered() {
        BodyBudget.Place first = enter();
        assertTrue(first.grow(1_200_000));
        assertTrue(enter().grow(1_200_000), "200,000 of each are free");
        assertTrue(first.arrived());
        assertFalse(enter().grow(200_001));
        first.close();
        assertTrue(enter().grow(1_200_000));
    }

    @Test
    void whoeverFindsNoRoomTakesNone() {
        assertTrue(enter().grow(2_200_000));
        BodyBudget.Place refused = enter();
        assertFalse(refused.grow(300_000));
        assertFalse(refused.grow(1), "its place is lost");
        assertFalse(refused.arrived());
        refused.close();
        assertFalse(enter().grow(200_001), "and freed once");
    }

    @Test
    void smallBodiesNeedNoRoomForBytes() {
        assertTrue(enter().grow(2_200_000));
        assertTrue(enter().grow(200_000));
    }

    @Test
    void stalledBodiesMakeRoomForOthers() {
        BodyBudget.Place slow = enter();
        assertTrue(slow.grow(2_200_000));
        pass(999);
        assertFalse(enter().grow(300_000));
        pass(2);
        assertTrue(enter().grow(300_000));
        assertEquals(1, evicted.get());
        assertFalse(slow.grow(1));
    }

    @Test
    void aByteNowAndThenIsNoProgress() {
        BodyBudget.Place slow = enter();
        assertTrue(slow.grow(2_200_000));
        for (int i = 0; i < 20; i++) {
            pass(100);
            assertTrue(slow.grow(0));
        }
        assertTrue(enter().grow(300_000));
        assertEquals(1, evicted.get());
    }

    @Test
    void bodiesThatGoOnAreLeftAlone() {
        BodyBudget.Place steady = enter();
        assertTrue(steady.grow(1_900_000));
        for (int i = 0; i < 10; i++) {
            pass(900);
            assertTrue(steady.grow(20_000));
        }
        assertFalse(enter().grow(500_000));
        assertEquals(0, evicted.get());
    }

    @Test
    void bodiesThatAreHereAreNotThrownAway() {
        BodyBudget.Place waiting = enter();
        assertTrue(waiting.grow(2_200_000));
        assertTrue(waiting.arrived());
        pass(60_000);
        assertFalse(enter().grow(300_000));
        assertEquals(0, evicted.get());
    }

    @Test
    void theOneThatHasStalledLongestMakesPlaceForOneMore() {
        BodyBudget.Place oldest = enter();
        pass(10);
        for (int i = 1; i < MANY; i++) {
            enter();
        }
        assertTrue(budget.enter(evicted::incrementAndGet).isEmpty());
        pass(995);
        enter();
        assertEquals(1, evicted.get());
        assertFalse(oldest.grow(1));
        assertTrue(budget.enter(evicted::incrementAndGet).isEmpty(), "the others have not waited for a second yet");
    }

    private BodyBudget.Place enter() {
        return budget.enter(evicted::incrementAndGet).orElseThrow();
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
