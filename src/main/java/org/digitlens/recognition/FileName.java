package org.digitlens.recognition;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name that a form's part gives its file, whichever of the ways it is written in that are in use. */
final class FileName {

    /** RFC 8187: a character set, a language, and bytes as {@code %41}. Meant to win over the plain one (RFC 6266). */
    private static final Pattern EXTENDED = Pattern.compile("(?i);\\s*filename\\*\\s*=\\s*(UTF-8|ISO-8859-1)'[^']*'([^\\s;\"]+)");

    private static final Pattern QUOTED = Pattern.compile("(?i);\\s*filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BARE = Pattern.compile("(?i);\\s*filename\\s*=\\s*([^\\s;\"]+)");

    private FileName() { }

    /**
     * The name in a header {@code Content-Disposition}, not safe to be shown.
     *
     * @param header each character a byte, as HTTP has it; may be null
     */
    static Optional<String> in(String header) {
        String given = header == null ? "" : header;
        Matcher extended = EXTENDED.matcher(given);
        if (extended.find()) {
            Optional<String> name = decoded(extended.group(2), Charset.forName(extended.group(1)));
            if (name.isPresent()) {
                return name;
            }
        }
        Matcher quoted = QUOTED.matcher(given);
        if (quoted.find()) { // browsers write %22, and curl a backslash, before a quote; a path's backslashes stand for themselves
            return Optional.of(text(quoted.group(1).replace("\\\"", "\"").replace("%22", "\"")));
        }
        Matcher bare = BARE.matcher(given);
        return bare.find() ? Optional.of(text(bare.group(1))) : Optional.empty();
    }

    private static Optional<String> decoded(String percents, Charset charset) {
        try {
            return Optional.of(URLDecoder.decode(percents.replace("+", "%2B"), charset));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Clients send UTF-8; what is none is taken as it came. */
    private static String text(String bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
