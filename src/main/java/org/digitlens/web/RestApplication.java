package org.digitlens.web;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;

import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ServerProperties;

/**
 * Every resource and provider among the application's beans. {@code web.xml} maps it as a filter, so that one
 * application answers below several roots: {@code /api/v1}, {@code /compat}, {@code /health} and so on.
 */
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Set.of(MultiPartFeature.class));
        for (Bean<?> bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            boolean ours = type.getName().startsWith("org.digitlens."); // servers have such beans of their own
            if (ours && (type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))) {
                classes.add(type);
            }
        }
        return classes;
    }

    /** Jersey keeps back the first 8 KB of an answer to tell its length; {@link LengthFilter} does so where it is known. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0);
    }
}
