package org.digitlens.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/**
 * Reads the three kinds of body that pictures are sent in, so that resources need not know them. Has no proxy, as that would
 * hide what it reads, and Jersey would have JSON bound to objects instead.
 */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA, MediaType.WILDCARD})
@Dependent
public class UploadsReader implements MessageBodyReader<Uploads> {

    private static final GenericType<List<EntityPart>> PARTS = new GenericType<>() { };

    @Context
    private Providers providers;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Uploads.class;
    }

    @Override
    public Uploads readFrom(Class<Uploads> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(mediaType)) {
            return Bodies.parts("image", parts(annotations, mediaType, headers, body));
        }
        byte[] bytes = body.readAllBytes();
        return MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType) ? Bodies.json(bytes) : Bodies.file(bytes);
    }

    @SuppressWarnings("unchecked") // a class object knows nothing of its elements
    private List<EntityPart> parts(Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, String> headers,
            InputStream body) throws IOException {
        var type = (Class<List<EntityPart>>) PARTS.getRawType();
        return providers.getMessageBodyReader(type, PARTS.getType(), annotations, mediaType)
            .readFrom(type, PARTS.getType(), annotations, mediaType, headers, body);
    }
}
