package org.digitlens.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.digitlens.decoding.PictureException;
import org.digitlens.web.Problem;

/** Gives each way in which a file can fail to be a picture its status. */
@Provider
@ApplicationScoped
public class PictureExceptionMapper implements ExceptionMapper<PictureException> {

    private static final Response.StatusType UNPROCESSABLE = new Unprocessable();

    @Override
    public Response toResponse(PictureException failure) {
        return problem(failure).response();
    }

    /** What the sender is told. */
    static Problem problem(PictureException failure) {
        return Problem.of(status(failure), failure.getMessage());
    }

    private static Response.StatusType status(PictureException failure) {
        if (failure instanceof PictureException.Unsupported) {
            return Status.UNSUPPORTED_MEDIA_TYPE;
        } else if (failure instanceof PictureException.TooLarge) {
            return Status.REQUEST_ENTITY_TOO_LARGE;
        }
        return failure instanceof PictureException.Busy ? Status.SERVICE_UNAVAILABLE : UNPROCESSABLE;
    }

    /** RFC 9110, 15.5.21; JAX-RS has no constant for it. */
    private static final class Unprocessable implements Response.StatusType {

        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Status.Family getFamily() {
            return Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    }
}
