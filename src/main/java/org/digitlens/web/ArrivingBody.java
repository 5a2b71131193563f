package org.digitlens.web;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;

/**
 * A body on its way. No thread waits for it: the server calls when there are bytes, and the request goes on to the
 * application once all of them are here. One that is refused is answered at once; what still comes of it is thrown away until
 * it ends or its time is over, as a connection that is closed upon a client that still sends may cost it the answer.
 */
final class ArrivingBody implements ReadListener, AsyncListener {

    private static final Logger LOGGER = Logger.getLogger(ArrivingBody.class.getName());
    private static final int BUFFER = 16_384;
    private static final int MILLIS = 1000;

    private static final Problem BUSY = Problem.of(Status.SERVICE_UNAVAILABLE,
        "Too many bodies are being received at this moment, or too large ones; try again in a few seconds.");

    private enum State { ARRIVING, ARRIVED, REFUSED }

    private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);
    private final AtomicInteger toDo = new AtomicInteger(2); // of a refused one: to be answered, to be read to its end
    private final ReceivedBody body = new ReceivedBody(); // its own lock is for it and against eviction
    private final BodyLimits limits;
    private final long most;
    private final AsyncContext context;
    private final ServletInputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private volatile BodyBudget.Place place;
    private volatile boolean answering;

    /** Called by the request's thread, before anything of the body was read. */
    ArrivingBody(HttpServletRequest request, BodyLimits limits) throws IOException {
        this.limits = limits;
        this.most = limits.bytes(request);
        this.in = request.getInputStream();
        this.context = request.startAsync();
        context.setTimeout((long) limits.seconds() * MILLIS);
        context.addListener(this);
    }

    /** Begins to receive; the request's thread is free then. */
    void receive(BodyBudget budget) {
        var request = (HttpServletRequest) context.getRequest();
        long declared = request.getContentLengthLong();
        if (declared > most) {
            refuseAtOnce(limits.tooLarge(String.format(Locale.ROOT, "%,d bytes", declared), most));
        } else if (request.getHeader("Content-Length") != null && request.getHeader("Transfer-Encoding") != null) {
            refuseAtOnce(Problem.of(Status.BAD_REQUEST, "Found a Content-Length and a Transfer-Encoding; expected one of them."));
        } else {
            budget.enter(this::stalled).ifPresentOrElse(free -> place = free, () -> refuseAtOnce(BUSY));
        }
        if (state.get() == State.REFUSED && request.getHeader("Expect") != null) {
            done(); // whoever asks first whether to send does not send then
        } else {
            in.setReadListener(this);
        }
    }

    private void refuseAtOnce(Problem problem) {
        leave();
        answer(problem);
        done();
    }

    /** Called while others need the room, by one of theirs. */
    private void stalled() {
        refuse(BUSY);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!answering && in.isReady()) { // not isFinished(): Grizzly's is true while there is something left to read
            int read = in.read(buffer);
            if (read < 0) {
                return;
            }
            if (state.get() == State.ARRIVING) {
                take(read);
            }
        }
    }

    private void take(int read) {
        if (body.size() + read > most) {
            refuse(limits.tooLarge(String.format(Locale.ROOT, "more than %,d bytes", most), most));
        } else if (!place.grow(read)) {
            refuse(BUSY);
        } else {
            synchronized (body) {
                if (state.get() == State.ARRIVING) {
                    body.append(buffer, read);
                }
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (place != null && !place.arrived()) {
            refuse(BUSY);
        }
        if (state.compareAndSet(State.ARRIVING, State.ARRIVED)) {
            context.getRequest().setAttribute(BodyGate.BODY, new BodyGate.Arrived(body, place));
            context.dispatch();
        } else {
            done();
        }
    }

    /** The client is gone, or its chunks are malformed. */
    @Override
    public void onError(Throwable failure) {
        LOGGER.log(Level.FINE, "A body broke off", failure);
        refuse(Problem.of(Status.BAD_REQUEST, "The body broke off, or its chunks are malformed."));
        done();
    }

    /** Only the first word counts. It is said by another thread than the one that must never wait, and not while that reads. */
    private void refuse(Problem problem) {
        if (leave()) {
            answering = true;
            context.start(() -> {
                answer(problem);
                answering = false;
                if (!done()) {
                    readOn();
                }
            });
        }
    }

    private void readOn() {
        try {
            onDataAvailable();
        } catch (IOException | IllegalStateException e) { // it came to its end meanwhile
            LOGGER.log(Level.FINE, "A refused body broke off", e);
        }
    }

    private boolean leave() {
        if (!state.compareAndSet(State.ARRIVING, State.REFUSED)) {
            return false;
        }
        synchronized (body) {
            body.clear();
        }
        free();
        return true;
    }

    private void free() {
        if (place != null) {
            place.close();
        }
    }

    private void answer(Problem problem) {
        try {
            problem.write((HttpServletResponse) context.getResponse());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "Nobody is left to hear the answer", e);
        }
    }

    /** Whether it was the last thing to do. */
    private boolean done() {
        boolean last = toDo.decrementAndGet() == 0;
        if (last) {
            context.complete();
        }
        return last;
    }

    /** The server ends the connection after this: an answer is on its way, but the request has not come to its end. */
    @Override
    public void onTimeout(AsyncEvent event) {
        long received = body.size();
        if (leave()) {
            answer(limits.tooSlow(received));
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        leave();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        free();
    }

    @Override
    public void onStartAsync(AsyncEvent event) { }
}
