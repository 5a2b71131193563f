package org.digitlens.document;

import java.util.ArrayList;
import java.util.List;

import org.digitlens.classifier.Models;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureLimits;
import org.digitlens.reading.NumberReader;

/** The whole way from a file's bytes to what is written on its pages, by the default model. */
public final class Reads {

    private static final NumberReader READER = new NumberReader(Models.catalogue().find("digits").orElseThrow());

    private Reads() { }

    /** The limits that are the defaults of the application, but for the time: machines that test are busy. */
    public static PictureDecoder decoder() {
        return decoder(30);
    }

    static PictureDecoder decoder(int maxSeconds) {
        return new PictureDecoder(new PictureLimits(25_000_000, 50_000_000, 20, maxSeconds));
    }

    public static List<String> pages(byte[] file) {
        var texts = new ArrayList<String>();
        try (PictureDocument document = new DocumentReader(decoder()).open(file)) {
            for (int page = 0; page < document.pages(); page++) {
                texts.add(READER.read(document.page(page)).text());
            }
        }
        return texts;
    }

    /** What is written on the only page. */
    public static String text(byte[] file) {
        List<String> pages = pages(file);
        if (pages.size() != 1) {
            throw new AssertionError("expected 1 page, found " + pages.size());
        }
        return pages.get(0);
    }
}
