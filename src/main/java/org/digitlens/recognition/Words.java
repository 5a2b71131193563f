package org.digitlens.recognition;

import java.text.MessageFormat;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Fills numbers and names into a page's messages, in its language. Has one method for each number of values, as EL wants. */
@Named
@ApplicationScoped
public class Words {

    /** The message with {@code {0}} filled in. */
    public String fill(String message, Object value) {
        return filled(message, value);
    }

    /** The message with {@code {0}} and {@code {1}} filled in. */
    public String fill(String message, Object first, Object second) {
        return filled(message, first, second);
    }

    /** The message with {@code {0}} to {@code {2}} filled in. */
    public String fill(String message, Object first, Object second, Object third) {
        return filled(message, first, second, third);
    }

    /** The message with {@code {0}} to {@code {3}} filled in. */
    public String fill(String message, Object first, Object second, Object third, Object fourth) {
        return filled(message, first, second, third, fourth);
    }

    private static String filled(String message, Object... values) {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return new MessageFormat(message, locale).format(values);
    }
}
