package org.digitlens.decoding;

/**
 * What reading a picture may cost.
 *
 * @param maxPixels    most pixels that a picture may declare
 * @param pixelsAtOnce most declared pixels of all pictures that are read at the same moment
 * @param maxWaiting   most pictures that wait for their turn then; further ones are refused at once
 * @param maxSeconds   longest time that one picture, or one page, may take to be read
 */
public record PictureLimits(long maxPixels, long pixelsAtOnce, int maxWaiting, int maxSeconds) {

    public PictureLimits {
        if (maxPixels < 1 || maxPixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("expected 1 to " + Integer.MAX_VALUE + " pixels, found " + maxPixels);
        }
        if (maxWaiting < 0 || maxSeconds < 1) {
            throw new IllegalArgumentException("expected at least 0 that wait and 1 second, found " + maxWaiting + " and " + maxSeconds);
        }
    }

    /** Limits of pixels; 20 wait, and reading takes at most 10 seconds. */
    public PictureLimits(long maxPixels, long pixelsAtOnce) {
        this(maxPixels, pixelsAtOnce, 20, 10);
    }
}
