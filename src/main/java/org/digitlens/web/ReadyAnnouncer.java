package org.digitlens.web;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the log the address of the application once it answers there, for whoever started it by hand. Only where {@code
 * digitlens.address} is set, since behind a proxy the application does not know its own address.
 */
@ApplicationScoped
public class ReadyAnnouncer {

    private static final Logger LOGGER = Logger.getLogger(ReadyAnnouncer.class.getName());
    private static final int ATTEMPTS = 300;
    private static final int PAUSE_MILLIS = 200;

    private Optional<String> address = Optional.empty();

    @Resource
    private ManagedExecutorService executor;

    /** For proxies. */
    protected ReadyAnnouncer() { }

    /** @param address the application's own, such as {@code http://localhost:8080/} */
    @Inject
    public ReadyAnnouncer(@ConfigProperty(name = "digitlens.address") Optional<String> address) {
        this.address = address;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        address.ifPresent(known -> executor.submit(() -> announce(known)));
    }

    private void announce(String known) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (answers(known + "health/ready")) {
                    LOGGER.log(Level.INFO, "DigitLens is ready: {0}", known);
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            LOGGER.log(Level.WARNING, "DigitLens does not answer at {0}", known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(PAUSE_MILLIS);
            connection.setReadTimeout(PAUSE_MILLIS * 5);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) { // not there yet
            return false;
        }
    }
}
