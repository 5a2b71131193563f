package org.digitlens.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;

/** Names of files as senders give them, reduced to what is safe to show; they are never used as a path. */
public final class DisplayName {

    /** Most characters of a name that is shown. */
    public static final int MAX_LENGTH = 100;

    private static final int MAX_READ = 2_000;
    private static final int MAX_MARKS = 3;

    private DisplayName() { }

    /**
     * The name without a way upwards or to a root, without control and formatting characters such as those that turn text
     * around, and with slashes between folders; of a long one the end. It is plain text and still needs escaping.
     *
     * @param name as sent; may be null
     */
    public static String of(String name) {
        String read = name == null ? "" : name.substring(Math.max(0, name.length() - MAX_READ));
        String clean = printable(Normalizer.normalize(printable(read), Normalizer.Form.NFC));
        var parts = new ArrayList<>(Arrays.asList(clean.replace('\\', '/').replaceFirst("^[A-Za-z]:(?=/)", "").split("/")));
        parts.replaceAll(String::strip);
        parts.removeIf(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        String path = String.join("/", parts);
        return path.isEmpty() ? "unnamed" : shortened(path);
    }

    private static String printable(String text) {
        var clean = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            switch (Character.getType(letter)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> { }
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                    if (++marks <= MAX_MARKS) { // more of them pile up over the lines above
                        clean.appendCodePoint(letter);
                    }
                }
                default -> {
                    marks = 0;
                    clean.appendCodePoint(letter);
                }
            }
        }
        return clean.toString();
    }

    private static String shortened(String path) {
        if (path.length() <= MAX_LENGTH) {
            return path;
        }
        int from = path.length() - MAX_LENGTH + 1;
        return "…" + path.substring(Character.isLowSurrogate(path.charAt(from)) ? from + 1 : from);
    }
}
