package org.digitlens.web;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many bodies, and how many of their bytes, are in memory at one moment, from a body's first byte until its
 * request is answered. What has come counts, not what was declared. Where there is no room, those that have stalled make
 * it: whoever declares much and sends little keeps nobody else out. Small bodies, such as what a canvas sends, need none of
 * the room for bytes. Safe for use by many threads.
 */
@ApplicationScoped
public class BodyBudget {

    /** Bytes of each body that nobody counts. */
    static final int SMALL = 200_000;

    private static final int PROGRESS = 16_384;
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Set<Place> places = new LinkedHashSet<>();
    private long maxBytes;
    private int maxBodies;
    private LongSupplier nanoTime;
    private long bytes;

    /** For proxies. */
    protected BodyBudget() { }

    /**
     * @param maxBytesAtOnce  most bytes of all large bodies together; never less than one of the largest allowed
     * @param maxBodiesAtOnce most bodies
     * @param maxRequestBytes of the largest body that is allowed
     */
    @Inject
    public BodyBudget(@ConfigProperty(name = "digitlens.picture.max-bytes-at-once", defaultValue = "100000000") long maxBytesAtOnce,
            @ConfigProperty(name = "digitlens.request.max-at-once", defaultValue = "500") int maxBodiesAtOnce,
            @ConfigProperty(name = "digitlens.request.max-bytes", defaultValue = "50000000") long maxRequestBytes) {
        this(Math.max(maxBytesAtOnce, maxRequestBytes), maxBodiesAtOnce, System::nanoTime);
    }

    BodyBudget(long maxBytesAtOnce, int maxBodiesAtOnce, LongSupplier nanoTime) {
        this.maxBytes = maxBytesAtOnce;
        this.maxBodies = maxBodiesAtOnce;
        this.nanoTime = nanoTime;
    }

    /**
     * A place for one more body.
     *
     * @param stalled what to do when the body has to make room for others: its place is lost already
     * @return empty when there is none
     */
    Optional<Place> enter(Runnable stalled) {
        Place evicted = null;
        Place place = null;
        synchronized (this) {
            if (places.size() >= maxBodies) {
                evicted = evictStalled();
            }
            if (places.size() < maxBodies) {
                place = new Place(stalled, nanoTime.getAsLong());
                places.add(place);
            }
        }
        tell(evicted);
        return Optional.ofNullable(place);
    }

    /** Whoever has waited longest for its next {@value #PROGRESS} bytes loses its place. */
    private Place evictStalled() {
        long now = nanoTime.getAsLong();
        Place worst = places.stream().filter(place -> place.arriving && now - place.progressed > STALLED_NANOS)
            .min(Comparator.comparingLong(place -> place.progressed - now)).orElse(null);
        if (worst != null) {
            remove(worst);
        }
        return worst;
    }

    private void remove(Place place) {
        if (places.remove(place)) {
            bytes -= place.counted();
        }
    }

    private static void tell(Place evicted) {
        if (evicted != null) {
            evicted.stalled.run();
        }
    }

    /** Where a body is while it is in memory. */
    final class Place {

        private final Runnable stalled;
        private long size;
        private long progressed;
        private long progressAt = PROGRESS;
        private boolean arriving = true;

        private Place(Runnable stalled, long now) {
            this.stalled = stalled;
            this.progressed = now;
        }

        private long counted() {
            return Math.max(0, size - SMALL);
        }

        /**
         * Some of the body has come.
         *
         * @return false when there is no room for it, and the place is lost
         */
        boolean grow(int received) {
            while (true) {
                Place evicted;
                synchronized (BodyBudget.this) {
                    long more = Math.max(0, size + received - SMALL) - counted();
                    if (!places.contains(this)) {
                        return false;
                    }
                    if (bytes + more <= maxBytes) {
                        bytes += more;
                        advance(received);
                        return true;
                    }
                    evicted = evictStalled();
                    if (evicted == null || evicted == this) {
                        remove(this);
                        return false;
                    }
                }
                tell(evicted);
            }
        }

        private void advance(int received) {
            size += received;
            if (size >= progressAt) {
                progressAt = size + PROGRESS;
                progressed = nanoTime.getAsLong();
            }
        }

        /** All of the body has come: it keeps its place until it is {@linkplain #close answered}. */
        boolean arrived() {
            synchronized (BodyBudget.this) {
                arriving = false;
                return places.contains(this);
            }
        }

        /** The request is answered, or given up. */
        void close() {
            synchronized (BodyBudget.this) {
                remove(this);
            }
        }
    }
}
