package org.digitlens.web;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Makes a problem document of whatever ended a request; what nobody foresaw is logged and told without details. No resource
 * throws an {@link IOException}: where there is one, the client has gone away, and that is nothing to report.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOGGER = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    private UriInfo uri;

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) { // readers of bodies wrap what they meet
            if (cause instanceof ProblemException known) {
                return known.problem().response();
            }
        }
        if (failure instanceof WebApplicationException refusal && refusal.getResponse().getStatus() < 500) {
            return refused(refusal);
        }
        LOGGER.log(failure instanceof IOException ? Level.FINE : Level.SEVERE, "A request failed", failure);
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "The server failed; the failure has been logged.").response();
    }

    /** What the server refused before any resource was asked. */
    private Response refused(WebApplicationException refusal) {
        Response.StatusType status = refusal.getResponse().getStatusInfo();
        Response problem = Problem.of(status, switch (status.getStatusCode()) {
            case 404 -> "There is nothing at " + uri.getRequestUri().getPath() + "; /openapi lists what there is.";
            case 405 -> "This address does not answer to that method; expected " + allowed(refusal) + ".";
            case 406 -> "Nothing here can be answered as " + headers.getHeaderString(HttpHeaders.ACCEPT) + ".";
            case 415 -> "Found a body of type " + headers.getHeaderString(HttpHeaders.CONTENT_TYPE)
                + "; /openapi lists the types that are expected here.";
            default -> "The request could not be understood.";
        }).response();
        return refusal instanceof NotAllowedException
            ? Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed(refusal)).build() : problem;
    }

    private static String allowed(WebApplicationException refusal) {
        return String.join(", ", refusal.getResponse().getAllowedMethods());
    }
}
