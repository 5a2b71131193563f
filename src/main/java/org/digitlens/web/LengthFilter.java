package org.digitlens.web;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells the length of answers that are there as a whole; those that are written piece by piece leave piece by piece. */
@Provider
@ApplicationScoped
public class LengthFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof String text) {
            response.setEntity(text.getBytes(StandardCharsets.UTF_8));
        }
        if (response.getEntity() instanceof byte[] bytes) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        }
    }
}
