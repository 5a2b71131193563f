package org.digitlens.web;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private static final int LEAVING_MILLIS = 50;

    private static final Problem BUSY = Problem.of(Status.SERVICE_UNAVAILABLE,
        "Too many bodies are being received at this moment, or too large ones; try again in a few seconds.");

    private enum State { ARRIVING, ARRIVED, REFUSED }

    private final AtomicReference<State> state = new AtomicReference<>(State.ARRIVING);
    private final AtomicInteger toDo = new AtomicInteger(2); // of a refused one: to be answered, to be read to its end
    private final ReceivedBody body = new ReceivedBody(); // its own lock is for it and against eviction
    private final BodyLimits limits;
    private final long most;
    private final long declared; // less than 0 where it is not
    private final long begun = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AsyncContext context;
    private final ServletInputStream in;
    private final byte[] buffer = new byte[16_384];
    private volatile BodyBudget.Place place;
    private long received;

    /** Called by the request's thread, before anything of the body was read. */
    ArrivingBody(HttpServletRequest request, BodyLimits limits) throws IOException {
        this.limits = limits;
        this.most = limits.bytes(request);
        this.declared = request.getContentLengthLong();
        this.in = request.getInputStream();
        this.context = request.startAsync();
        context.setTimeout(TimeUnit.SECONDS.toMillis(limits.seconds()));
        context.addListener(this);
    }

    /** Begins to receive; the request's thread is free then. */
    void receive(BodyBudget budget) {
        var request = (HttpServletRequest) context.getRequest();
        if (declared > most) {
            refuseAtOnce(limits.tooLarge(String.format(Locale.ROOT, "%,d bytes", declared), most));
        } else if (request.getHeader("Content-Length") != null && request.getHeader("Transfer-Encoding") != null) {
            refuseAtOnce(Problem.of(Status.BAD_REQUEST, "Found a Content-Length and a Transfer-Encoding; expected one of them."));
        } else {
            budget.enter(this::makeRoom).ifPresentOrElse(free -> place = free, () -> refuseAtOnce(BUSY));
        }
        if (state.get() == State.REFUSED && request.getHeader("Expect") != null) {
            ended.set(true); // whoever asks first whether to send does not send then
            done();
        } else {
            in.setReadListener(this);
        }
    }

    /** For others who need it; what still comes is thrown away. */
    private void makeRoom() {
        refuse(BUSY, () -> { });
    }

    private void refuseAtOnce(Problem problem) {
        leave();
        answer(problem);
        done();
    }

    @Override
    public void onDataAvailable() throws IOException {
        synchronized (in) { // whoever read last may be on its way out yet
            while (in.isReady()) { // not isFinished(): Grizzly's is true while there is something left to read
                int read = in.read(buffer);
                received += Math.max(0, read);
                if (read < 0 || state.get() == State.ARRIVING && !take(read)) {
                    return;
                }
                if (received == declared) { // Grizzly does not always say so
                    end();
                    return;
                }
            }
        }
    }

    /** Whether to go on reading; else that begins again once the refusal is said. */
    private boolean take(int read) {
        if (body.size() + read > most) {
            return !refuse(limits.tooLarge(String.format(Locale.ROOT, "more than %,d bytes", most), most), this::readOn);
        } else if (!place.grow(read)) {
            return !refuse(BUSY, this::readOn);
        }
        synchronized (body) {
            if (state.get() == State.ARRIVING) {
                body.append(buffer, read);
            }
        }
        return true;
    }

    /** All has come, but not all may have been read: Grizzly says so, too, when the last bytes come between two of its steps. */
    @Override
    public void onAllDataRead() throws IOException {
        onDataAvailable();
        end();
    }

    private void end() {
        if (ended.getAndSet(true)) {
            return;
        }
        if (place != null && !place.arrived()) {
            makeRoom();
        }
        if (state.compareAndSet(State.ARRIVING, State.ARRIVED)) {
            context.getRequest().setAttribute(BodyGate.BODY, new BodyGate.Arrived(body, place));
            goOn();
        } else {
            done();
        }
    }

    /**
     * Payara looks whether the request's first thread has left, and then notes the dispatch for it, in two steps: a thread that
     * leaves between them never sees it. So it gets the time to leave.
     */
    private void goOn() {
        long early = LEAVING_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (early > 0 && context.getClass().getName().startsWith("org.apache.catalina.")) {
            CompletableFuture.delayedExecutor(early, TimeUnit.MILLISECONDS, context::start).execute(context::dispatch);
        } else {
            context.dispatch();
        }
    }

    /** The client is gone, or its chunks are malformed. */
    @Override
    public void onError(Throwable failure) {
        LOGGER.log(Level.FINE, "A body broke off", failure);
        refuse(Problem.of(Status.BAD_REQUEST, "The body broke off, or its chunks are malformed."), () -> { });
        if (!ended.getAndSet(true)) {
            done();
        }
    }

    /**
     * Only the first word counts. It is said by another thread, as this one must never wait.
     *
     * @param after what to do when it is said and the body has not ended
     * @return whether this was the first
     */
    private boolean refuse(Problem problem, Runnable after) {
        boolean first = leave();
        if (first) {
            context.start(() -> {
                answer(problem);
                if (!done()) {
                    after.run();
                }
            });
        }
        return first;
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
