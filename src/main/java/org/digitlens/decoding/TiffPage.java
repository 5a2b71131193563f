package org.digitlens.decoding;

/** What one directory of a TIFF file tells of its picture. */
final class TiffPage {

    private static final int REDUCED = 1;

    private final int index;
    private final Orientation orientation;
    private boolean thumbnail;
    private int width;
    private int height;

    /** @param index which of the file's directories it is, from 0 */
    TiffPage(int index, Orientation orientation) {
        this.index = index;
        this.orientation = orientation;
    }

    void setKind(long subfileType) {
        thumbnail = (subfileType & REDUCED) != 0;
    }

    /** Takes in a size of the picture or of its tiles. */
    void grow(int partWidth, int partHeight) {
        width = Math.max(width, partWidth);
        height = Math.max(height, partHeight);
    }

    int index() {
        return index;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Whether it is a smaller version of another page. */
    boolean isThumbnail() {
        return thumbnail;
    }

    /** Width of the largest part, in pixels; 0 when there is none. */
    int width() {
        return width;
    }

    /** Height of the largest part, in pixels; 0 when there is none. */
    int height() {
        return height;
    }
}
