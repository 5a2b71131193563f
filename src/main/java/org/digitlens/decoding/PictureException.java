package org.digitlens.decoding;

import java.util.Locale;

/** A file that cannot be read as a picture; the message is fit for the person who sent it. */
public abstract sealed class PictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PictureException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The bytes are of no format that is read here. */
    public static final class Unsupported extends PictureException {
        private static final long serialVersionUID = 1L;

        Unsupported(String found) {
            this(found, "a picture: " + PictureFormat.names());
        }

        /**
         * @param found    what the bytes are, such as {@code "an AVIF picture"}
         * @param expected what can be read
         */
        public Unsupported(String found, String expected) {
            super("The bytes are " + found + "; expected " + expected + ".", null);
        }
    }

    /** The file begins like a picture, but cannot be read to its end. */
    public static final class Corrupt extends PictureException {
        private static final long serialVersionUID = 1L;

        /**
         * @param format of the file, such as {@code "PDF"}
         * @param reason what is wrong with it, as a clause
         * @param cause  what the reader met, or null
         */
        public Corrupt(Object format, String reason, Throwable cause) {
            super("The " + format + " file cannot be read: " + reason + ".", cause);
        }
    }

    /** The file declares more than is read here: pixels, pages, entries or bytes. */
    public static final class TooLarge extends PictureException {
        private static final long serialVersionUID = 1L;

        /** @param message what was found and what was expected, as a sentence */
        public TooLarge(String message) {
            super(message, null);
        }

        TooLarge(PictureFormat format, long width, long height, long maxPixels) {
            super(String.format(Locale.ROOT,
                "The %s file declares %d x %d = %,d pixels; expected at most %,d pixels, and at most %,d a side.",
                format, width, height, width * height, maxPixels, PictureDecoder.MAX_SIDE), null);
        }
    }

    /** Reading took longer than it may. */
    public static final class TooSlow extends PictureException {
        private static final long serialVersionUID = 1L;

        TooSlow(int seconds) {
            super("Reading the picture took longer than " + seconds + " s, which is more than is spent on one.", null);
        }
    }

    /** Too many large pictures are being read at this moment. */
    public static final class Busy extends PictureException {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Too many large pictures are being read at this moment; try again in a few seconds.", null);
        }
    }
}
