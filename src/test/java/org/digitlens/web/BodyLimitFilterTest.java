package org.digitlens.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.junit.jupiter.api.Test;

/** How bodies of many requests at once share the memory. */
class BodyLimitFilterTest {

    private final BodyLimitFilter filter = new BodyLimitFilter(1_000_000, new BodyBudget(2_000_000, 50));

    @Test
    void largeBodiesTakeTurns() throws IOException {
        ContainerRequestContext first = request(900_000);
        assertEquals(900_000, read(first));
        assertEquals(900_000, read(request(900_000)));
        ContainerRequestContext third = request(900_000);
        assertEquals(503, assertThrows(ProblemException.class, () -> read(third)).problem().status());
        filter.filter(third, null);
        filter.filter(first, null);
        assertEquals(900_000, read(request(900_000)), "when another is answered");
        assertEquals(503, assertThrows(ProblemException.class, () -> read(request(900_000))).problem().status(), "who got none frees none");
    }

    @Test
    void smallBodiesNeverWait() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertEquals(200_000, read(request(200_000)));
        }
    }

    @Test
    void aBodyIsFreedOnce() throws IOException {
        ContainerRequestContext request = request(900_000);
        read(request);
        for (int i = 0; i < 9; i++) {
            filter.filter(request, null);
        }
        read(request(900_000));
        read(request(900_000));
        assertThrows(ProblemException.class, () -> read(request(900_000)));
    }

    /** How many bytes of the body come through. */
    private int read(ContainerRequestContext request) throws IOException {
        filter.filter(request);
        return request.getEntityStream().readAllBytes().length;
    }

    private static ContainerRequestContext request(int length) {
        Map<Object, Object> properties = new HashMap<>();
        InputStream[] body = {new ByteArrayInputStream(new byte[length])};
        return (ContainerRequestContext) Proxy.newProxyInstance(BodyLimitFilterTest.class.getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "getEntityStream" -> body[0];
                case "setEntityStream" -> {
                    body[0] = (InputStream) arguments[0];
                    yield null;
                }
                case "setProperty" -> properties.put(arguments[0], arguments[1]);
                case "getProperty" -> properties.get(arguments[0]);
                case "getHeaderString" -> String.valueOf(length);
                default -> null;
            });
    }
}
