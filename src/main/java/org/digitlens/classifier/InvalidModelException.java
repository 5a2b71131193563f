package org.digitlens.classifier;

/** A model's folder that does not hold together; the message says what was found and what was expected. */
public final class InvalidModelException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidModelException(String message) {
        super(message);
    }

    InvalidModelException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
