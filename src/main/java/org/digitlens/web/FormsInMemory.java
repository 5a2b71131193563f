package org.digitlens.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import org.glassfish.jersey.media.multipart.MultiPartProperties;

/** Keeps the parts of forms in memory, where their bodies are already: no stranger's picture is written to a disk. */
@Provider
@ApplicationScoped
public class FormsInMemory implements ContextResolver<MultiPartProperties> {

    @Override
    public MultiPartProperties getContext(Class<?> type) {
        return new MultiPartProperties().bufferThreshold(MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);
    }
}
