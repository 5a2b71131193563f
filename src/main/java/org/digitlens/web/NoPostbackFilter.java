package org.digitlens.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Hides the parameters of Faces itself. No page has a form that comes back, so {@code ?jakarta.faces.ViewState=x} in an
 * address means nothing; Faces would look for the view's state, find none, and fail. {@code web.xml} maps it to Faces.
 */
public class NoPostbackFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String FACES = "jakarta.faces.";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean any = request.getParameterMap().keySet().stream().anyMatch(name -> name.startsWith(FACES));
        chain.doFilter(any ? new WithoutThem(request) : request, response);
    }

    private static final class WithoutThem extends HttpServletRequestWrapper {

        WithoutThem(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return name.startsWith(FACES) ? null : super.getParameter(name);
        }

        @Override
        public String[] getParameterValues(String name) {
            return name.startsWith(FACES) ? null : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return super.getParameterMap().entrySet().stream().filter(parameter -> !parameter.getKey().startsWith(FACES))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
