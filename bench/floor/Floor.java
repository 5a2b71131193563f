package org.digitlens.bench;

import java.util.Set;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;

/** The least that Jakarta REST can do with a request: take the body, answer {@code {}}. */
@Path("floor")
public class Floor {

    /** @param body whatever was sent, read and forgotten */
    @POST
    @Produces("application/json")
    public String answer(byte[] body) {
        return "{}";
    }

    /** Nothing but {@link Floor}. */
    public static class Root extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(Floor.class);
        }
    }
}
