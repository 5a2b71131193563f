package org.digitlens.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What pages and their modules say stands in the message bundle, and the bundle says nothing else. */
class MessagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void holdsExactlyTheMessagesThatPagesUse() throws IOException {
        assertEquals(new TreeSet<>(ResourceBundle.getBundle("org.digitlens.messages").keySet()),
            used(".xhtml", "msg\\['([^']+)'\\]"));
    }

    @Test
    void handsToModulesWhatTheySay() throws IOException {
        Set<String> handed = used(".xhtml", "data-key=\"([^\"]+)\"");
        Set<String> said = used(".js", "\\btext\\('([^']+)'");
        said.removeAll(handed);
        assertEquals(Set.of(), said);
    }

    private static Set<String> used(String suffix, String pattern) throws IOException {
        try (var files = Files.walk(WEBAPP)) {
            var keys = new TreeSet<String>();
            for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                Pattern.compile(pattern).matcher(Files.readString(file)).results()
                    .map(match -> match.group(1)).forEach(keys::add);
            }
            return keys;
        }
    }
}
