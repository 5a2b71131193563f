package org.digitlens.web;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;

/** The language of an answer: of those that there are texts in, the one that the client likes best. */
public final class ActiveLocale {

    private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH);

    private ActiveLocale() { }

    /** The language of a request; the first supported one where it asks for none, or in words that make no sense. */
    public static Locale of(HttpHeaders headers) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            Locale best = accepted == null ? null : Locale.lookup(Locale.LanguageRange.parse(accepted), SUPPORTED);
            return best == null ? SUPPORTED.get(0) : best;
        } catch (IllegalArgumentException e) {
            return SUPPORTED.get(0);
        }
    }
}
