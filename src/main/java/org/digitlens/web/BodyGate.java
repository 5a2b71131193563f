package org.digitlens.web;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets requests in whose bodies are here as a whole. What comes along with the headers goes on at once; any other is
 * {@linkplain ArrivingBody received} without a thread that waits for it, so no slow client keeps others from being served.
 * {@code web.xml} puts it before whatever may read a body.
 */
public class BodyGate extends HttpFilter {

    /** The request's attribute with its body, from its arrival to the request's second round. */
    static final String BODY = BodyGate.class.getName();

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 16_384;

    @Inject
    private transient BodyBudget budget;

    @Inject
    private transient BodyLimits limits;

    /** A body, and its place until the request is answered. */
    record Arrived(ReceivedBody body, BodyBudget.Place place) { }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(BODY) instanceof Arrived arrived) {
            request.removeAttribute(BODY);
            try {
                goOn(request, response, chain, arrived.body());
            } finally {
                arrived.place().close();
                arrived.body().clear(); // the server may know this request for a while yet
            }
        } else if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else {
            enter(request, response, chain);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        long declared = request.getContentLengthLong();
        return declared > 0 || declared < 0 && (request.getHeader("Transfer-Encoding") != null
            || !request.getProtocol().startsWith("HTTP/1") && !request.getMethod().matches("GET|HEAD"));
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        long declared = request.getContentLengthLong();
        ServletInputStream in = request.getInputStream();
        if (declared > 0 && declared <= Math.min(AT_ONCE, limits.bytes(request)) && in.available() >= declared) {
            var body = new ReceivedBody();
            body.append(in.readNBytes((int) declared), (int) declared);
            goOn(request, response, chain, body);
        } else {
            new ArrivingBody(request, limits).receive(budget);
        }
    }

    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, ReceivedBody body)
            throws IOException, ServletException {
        try {
            limits.checkParts(request.getContentType(), body);
        } catch (ProblemException e) {
            e.problem().write(response);
            return;
        }
        chain.doFilter(new BodyRequest(request, body), response);
    }
}
