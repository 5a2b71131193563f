package org.digitlens.recognition;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.digitlens.web.Problem;

/**
 * Readings as a table (RFC 4180), a row a page. A spreadsheet takes text that begins like a formula for one and may run it, so
 * such text gets an apostrophe in front; a text that is a plain number is left as it is, since it does no harm as what it is.
 */
final class ReadingCsv {

    private static final List<String> COLUMNS = List.of("file", "page", "text", "confidence", "digits", "model", "problem");
    private static final Pattern NUMBER = Pattern.compile("-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}]*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

    private ReadingCsv() { }

    /** The names of the columns. */
    static String head() {
        return row(COLUMNS);
    }

    /** One page. */
    static String of(PageResult result) {
        String page = result.page().isPresent() ? Integer.toString(result.page().getAsInt()) : "";
        String problem = result.problem().map(Problem::detail).orElse("");
        return row(result.transcript().map(transcript -> List.of(text(result.file()), page, text(transcript.reading().text()),
                RecognitionJson.rounded(transcript.reading().confidence()).toPlainString(),
                Integer.toString(transcript.reading().digits().size()), text(transcript.reading().model()), ""))
            .orElseGet(() -> List.of(text(result.file()), page, "", "", "", "", text(problem))));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(ReadingCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(String text) {
        return !NUMBER.matcher(text).matches() && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",;\\s'].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
