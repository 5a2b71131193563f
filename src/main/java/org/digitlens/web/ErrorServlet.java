package org.digitlens.web;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

/**
 * What the container refuses, or what fails outside JAX-RS, in our own words: programs get a problem document, people a
 * page with the way back.
 */
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGES = "/WEB-INF/errors/";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (response.isCommitted()) { // Payara asks for an error's page even then
            return;
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
            .substring(request.getContextPath().length());
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (path.matches("/(api|compat|health)/.*")) {
            Response.StatusType known = Response.Status.fromStatusCode(status);
            response.setContentType("application/problem+json;charset=utf-8");
            response.getWriter().write(Problem.of(known == null ? Response.Status.BAD_REQUEST : known,
                detail(status, path)).json());
        } else {
            request.getRequestDispatcher(PAGES + page(status)).forward(request, response);
        }
    }

    private static String detail(int status, String path) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "There is nothing at " + path + "; /openapi lists what there is.";
            case HttpServletResponse.SC_INTERNAL_SERVER_ERROR -> "The server failed; the failure has been logged.";
            default -> "The server could not make sense of the request's headers or body.";
        };
    }

    private static String page(int status) {
        return status == HttpServletResponse.SC_NOT_FOUND ? "not-found.xhtml" : status < 500 ? "refused.xhtml" : "failed.xhtml";
    }
}
