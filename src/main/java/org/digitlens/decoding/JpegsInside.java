package org.digitlens.decoding;

import java.util.List;

/** Finds JPEG frames inside a TIFF file, whose sizes are their own whatever the page says. */
final class JpegsInside {

    private JpegsInside() { }

    /** @throws PictureException when one is larger than the largest page */
    static void check(byte[] file, List<TiffPage> pages) {
        long most = pages.stream().mapToLong(page -> (long) page.width() * page.height()).max().orElse(0);
        for (int at = 0; at + 9 < file.length; at++) {
            if (isFrame(file, at)) {
                int height = (file[at + 5] & 255) << 8 | file[at + 6] & 255;
                int width = (file[at + 7] & 255) << 8 | file[at + 8] & 255;
                if ((long) width * height > Math.max(most, 1 << 20)) {
                    throw new PictureException.Corrupt(PictureFormat.TIFF, "it holds a JPEG of " + width + " x " + height
                        + " pixels, which is larger than its pages", null);
                }
            }
        }
    }

    /** A start of frame with 8 bits a sample, as long as its number of components makes it. */
    private static boolean isFrame(byte[] file, int at) {
        int marker = file[at + 1] & 255;
        return file[at] == -1 && marker >= 0xc0 && marker <= 0xc2 && file[at + 2] == 0 && file[at + 4] == 8
            && file[at + 3] == 8 + 3 * file[at + 9];
    }
}
