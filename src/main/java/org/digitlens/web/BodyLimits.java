package org.digitlens.web;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a request's body may be, how long it may take, and of how many parts it may be. */
@ApplicationScoped
public class BodyLimits {

    private static final String OF_MANY_PICTURES = "/api/v1/readings";
    private static final Pattern SEVERAL_FILES = Pattern.compile("(?i)\\s*(multipart/|application/(zip|x-zip|octet-stream)).*");

    private static final int MAX_PART_HEADERS = 2000;

    private long maxBytes;
    private long maxBytesOfMany;
    private int maxFiles;
    private int maxSeconds;

    /** For proxies. */
    protected BodyLimits() { }

    /**
     * @param maxBytes       most bytes of a body of one picture
     * @param maxBytesOfMany most bytes of a body of several pictures
     * @param maxFiles       most parts of a form
     * @param maxSeconds     most seconds from a request's headers to the end of its body
     */
    @Inject
    public BodyLimits(@ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000") long maxBytes,
            @ConfigProperty(name = "digitlens.request.max-bytes", defaultValue = "50000000") long maxBytesOfMany,
            @ConfigProperty(name = "digitlens.request.max-files", defaultValue = "100") int maxFiles,
            @ConfigProperty(name = "digitlens.request.max-seconds", defaultValue = "30") int maxSeconds) {
        this.maxBytes = maxBytes;
        this.maxBytesOfMany = maxBytesOfMany;
        this.maxFiles = maxFiles;
        this.maxSeconds = maxSeconds;
    }

    /** Most bytes of a request's body. A picture alone, or inside JSON, needs no more where many may come. */
    long bytes(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String type = request.getContentType();
        boolean many = path.equals(OF_MANY_PICTURES) && type != null && SEVERAL_FILES.matcher(type).matches();
        return many ? Math.max(maxBytes, maxBytesOfMany) : maxBytes;
    }

    /** Most seconds until a body is here. */
    int seconds() {
        return maxSeconds;
    }

    Problem tooLarge(String found, long most) {
        return Problem.of(Status.REQUEST_ENTITY_TOO_LARGE,
            String.format(Locale.ROOT, "Found a body of %s; expected at most %,d bytes.", found, most));
    }

    Problem tooSlow(long received) {
        return Problem.of(Status.REQUEST_TIMEOUT, String.format(Locale.ROOT,
            "Found %,d bytes of the body after %d seconds; expected all of it by then.", received, maxSeconds));
    }

    /**
     * Looks whether a form has too many parts, or such with too long headers, before it is taken apart.
     *
     * @throws ProblemException with status 413 when there are too many, and 400 when the form cannot be understood
     */
    void checkParts(String contentType, ReceivedBody body) {
        MediaType type = mediaType(contentType);
        if (type == null || !type.getType().equalsIgnoreCase("multipart")) {
            return;
        }
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST,
                "The Content-Type of the form has no boundary; expected multipart/form-data; boundary=…"));
        }
        var scan = new FormScan(boundary);
        body.scan(value -> {
            scan.next(value);
            return scan.delimiters() <= maxFiles + 1 && scan.longestHeaders() <= MAX_PART_HEADERS;
        });
        if (scan.delimiters() > maxFiles + 1) {
            throw new ProblemException(Problem.of(Status.REQUEST_ENTITY_TOO_LARGE,
                "Found a form of more than " + maxFiles + " parts; expected at most that many."));
        }
        if (scan.longestHeaders() > MAX_PART_HEADERS) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST, "Found a part of the form with more than "
                + MAX_PART_HEADERS + " bytes of headers, its file's name among them; expected less."));
        }
    }

    private static MediaType mediaType(String contentType) {
        try {
            return contentType == null ? null : MediaType.valueOf(contentType);
        } catch (RuntimeException e) {
            throw new ProblemException(Problem.of(Status.BAD_REQUEST, "The Content-Type cannot be understood."));
        }
    }
}
