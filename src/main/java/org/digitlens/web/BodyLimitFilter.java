package org.digitlens.web;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies above the limit: at once where the length is declared, else as soon as the limit has been read. Large ones
 * together are bounded too: each has its place in the {@link BodyBudget} until its request is answered. Small ones, such as
 * what a canvas sends, never wait for those.
 */
@Provider
@PreMatching
@Priority(0)
@ApplicationScoped
public class BodyLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int MAX_PARTS = 100;
    private static final int SMALL = 200_000;
    private static final int PATIENCE_MILLIS = 5000;
    private static final String BODY = BodyLimitFilter.class.getName();

    private long maxBytes;
    private BodyBudget budget;

    /** For proxies. */
    protected BodyLimitFilter() { }

    /**
     * @param maxBytes       most bytes that a request's body may have
     * @param maxBytesAtOnce most bytes of all large bodies at one moment
     */
    @Inject
    public BodyLimitFilter(@ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000") long maxBytes,
            @ConfigProperty(name = "digitlens.picture.max-bytes-at-once", defaultValue = "50000000") long maxBytesAtOnce) {
        this(maxBytes, new BodyBudget(maxBytesAtOnce, PATIENCE_MILLIS));
    }

    BodyLimitFilter(long maxBytes, BodyBudget budget) {
        this.maxBytes = maxBytes;
        this.budget = budget;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        long length = declaredLength(request);
        if (length > maxBytes) {
            throw tooLarge(String.format(Locale.ROOT, "%,d bytes", length));
        }
        var body = new Bounded(request.getEntityStream(), length < 0 ? maxBytes : length);
        request.setProperty(BODY, body);
        MediaType type = mediaType(request);
        boolean form = type != null && type.getType().equalsIgnoreCase("multipart");
        request.setEntityStream(form ? fewParts(type.getParameters().get("boundary"), body.readAllBytes()) : body);
    }

    /** Its request is answered. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BODY) instanceof Bounded body) {
            body.release();
        }
    }

    /** In bytes; less than 0 where none is declared. */
    private static long declaredLength(ContainerRequestContext request) {
        String declared = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return declared != null && declared.matches("[0-9]{1,18}") ? Long.parseLong(declared) : -1;
    }

    private static MediaType mediaType(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (RuntimeException e) {
            throw new ProblemException(Problem.of(Response.Status.BAD_REQUEST, "The Content-Type cannot be understood."));
        }
    }

    /** A form has a part or two; each costs far more memory than its bytes, so many are refused before they are read. */
    private static InputStream fewParts(String boundary, byte[] body) {
        if (boundary == null || boundary.isEmpty()) {
            throw new ProblemException(Problem.of(Response.Status.BAD_REQUEST,
                "The Content-Type of the form has no boundary; expected multipart/form-data; boundary=…"));
        }
        byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        int parts = 0;
        for (int at = 0; at + delimiter.length <= body.length; at++) {
            if (body[at] == '-' && Arrays.equals(body, at, at + delimiter.length, delimiter, 0, delimiter.length) && ++parts > MAX_PARTS) {
                throw new ProblemException(Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "Found a form of more than " + MAX_PARTS + " parts; expected one."));
            }
        }
        return new ByteArrayInputStream(body);
    }

    private ProblemException tooLarge(String found) {
        return new ProblemException(Problem.of(Response.Status.REQUEST_ENTITY_TOO_LARGE,
            String.format(Locale.ROOT, "Found a body of %s; expected at most %,d bytes.", found, maxBytes)));
    }

    private final class Bounded extends FilterInputStream {

        private final long most;
        private long left = maxBytes;
        private int taken;

        /** @param most how many bytes it may have at most */
        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        void release() {
            budget.release(taken);
            taken = 0;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            try {
                int read = super.read(target, offset, length);
                left -= Math.max(0, read);
                if (left < 0) {
                    throw tooLarge(String.format(Locale.ROOT, "more than %,d bytes", maxBytes));
                }
                if (taken == 0 && maxBytes - left > SMALL) {
                    taken = budget.take(most);
                }
                return read;
            } catch (IOException e) { // nobody may be left to hear it, and it is no failure of ours
                throw new ProblemException(Problem.of(Response.Status.BAD_REQUEST, "The body broke off, or its chunks are malformed."));
            }
        }
    }
}
