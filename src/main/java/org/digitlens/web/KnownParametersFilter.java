package org.digitlens.web;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses parameters that a resource does not know, as {@code explian=cam} would be answered without an explanation and
 * without a word, and those given more than once, of which one would count. What a resource knows is what its method
 * declares, itself or in a bean. Old addresses, whose clients send what they like, and those of operators are left alone.
 */
@Provider
@ApplicationScoped
public class KnownParametersFilter implements ContainerRequestFilter {

    private static final String STRICT = "api/v1/";
    private static final int SHOWN = 40;

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith(STRICT)) {
            return;
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParametersFilter::names);
            check(name, values, names);
        });
    }

    private static void check(String name, List<String> values, Set<String> names) {
        String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
        if (!names.contains(name)) {
            throw wrong(shown, "There is no parameter " + shown + " here; expected "
                + (names.isEmpty() ? "none." : "one of " + String.join(", ", names) + "."));
        }
        if (values.size() > 1) {
            throw wrong(shown, "Found " + values.size() + " parameters " + shown + "; expected one.");
        }
    }

    private static ProblemException wrong(String name, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, name, detail));
    }

    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addFields(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(QueryParam.class)) {
                    names.add(field.getAnnotation(QueryParam.class).value());
                }
            }
        }
    }
}
