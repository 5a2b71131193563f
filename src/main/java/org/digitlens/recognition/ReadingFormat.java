package org.digitlens.recognition;

import java.util.function.Function;

/** How the pages of several pictures are written one after another. */
enum ReadingFormat {
    JSON("application/json", "[", ",\n", "]\n", ReadingJson::of),
    LINES(ReadingFormat.NDJSON, "", "", "", result -> ReadingJson.of(result) + "\n"),
    TABLE(ReadingFormat.CSV + "; charset=utf-8; header=present", ReadingCsv.head(), "", "", ReadingCsv::of);

    /** A JSON object a line. */
    static final String NDJSON = "application/x-ndjson";

    /** A row a page. */
    static final String CSV = "text/csv";

    private final String mediaType;
    private final String head;
    private final String between;
    private final String end;
    private final Function<PageResult, String> page;

    ReadingFormat(String mediaType, String head, String between, String end, Function<PageResult, String> page) {
        this.mediaType = mediaType;
        this.head = head;
        this.between = between;
        this.end = end;
        this.page = page;
    }

    String mediaType() {
        return mediaType;
    }

    /** A page, with what comes before it. */
    String page(PageResult result, boolean first) {
        return (first ? head : between) + page.apply(result);
    }

    /** What follows the last page. */
    String end() {
        return end;
    }
}
