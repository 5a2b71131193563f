package org.digitlens.decoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The chunks of a WebP file (RFC 9649). The canvas (VP8X), frames of an animation (ANMF) and the pictures themselves each have a
 * size; of an animation the first frame is kept, and nothing of metadata and colour profiles.
 */
final class WebpFile {

    private static final int MAX_CHUNKS = 1_000;
    private static final int MAX_GROUPS = 4_096; // of prefix codes; libwebp writes at most 2,600
    private static final int VP8 = 0x20385056;
    private static final int VP8L = 0x4c385056;
    private static final int VP8X = 0x58385056;
    private static final int ALPH = 0x48504c41;
    private static final int ANIM = 0x4d494e41;
    private static final int ANMF = 0x464d4e41;
    private static final int EXIF = 0x46495845;
    private static final int ONLY_ALPHA_AND_ANIMATION = 0x12;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int chunks;
    private int declaredWidth;
    private int declaredHeight;
    private boolean complete;
    private boolean lossless;
    private Optional<Orientation> orientation = Optional.empty();

    private WebpFile(byte[] bytes) {
        this.bytes = bytes;
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static PictureFile read(byte[] bytes) {
        var webp = new WebpFile(bytes);
        webp.kept.write(bytes, 0, 12);
        webp.chunks(12, bytes.length, false);
        byte[] essential = webp.kept.toByteArray();
        ByteBuffer.wrap(essential).order(ByteOrder.LITTLE_ENDIAN).putInt(4, essential.length - 8);
        return new PictureFile(webp.width, webp.height, webp.orientation, essential);
    }

    private void chunks(int from, int to, boolean inFrame) {
        long at = from;
        while (at + 8 <= to) {
            if (++chunks > MAX_CHUNKS) {
                throw corrupt("it has more than " + MAX_CHUNKS + " chunks");
            }
            int body = (int) at + 8;
            long size = file.getInt(body - 4) & 0xffffffffL;
            int end = (int) Math.min(to, body + size + (size & 1));
            chunk(file.getInt(body - 8), body, end, inFrame);
            at = body + size + (size & 1);
        }
    }

    private void chunk(int type, int body, int end, boolean inFrame) {
        switch (type) {
            case VP8 -> found(file.getShort(body + 6) & 0x3fff, file.getShort(body + 8) & 0x3fff);
            case VP8L -> lossless(body, end);
            case VP8X -> {
                if (width != 0) {
                    throw corrupt("its canvas does not come first");
                }
                declared(threeBytes(body + 4) + 1, threeBytes(body + 7) + 1);
            }
            case ALPH -> {
                if (!complete && (file.get(body) & 3) == 1) {
                    lossless(body + 1, end, declaredWidth, declaredHeight);
                }
            }
            case ANMF -> {
                if (inFrame) {
                    throw corrupt("it has a frame inside a frame");
                }
                declared(threeBytes(body + 6) + 1, threeBytes(body + 9) + 1);
                chunks(body + 16, end, true);
            }
            case EXIF -> exif(body, end);
            default -> { }
        }
        if (!inFrame) {
            keep(type, body, end);
        }
    }

    private void lossless(int body, int end) {
        int partWidth = (file.getInt(body + 1) & 0x3fff) + 1;
        int partHeight = (file.getInt(body + 1) >> 14 & 0x3fff) + 1;
        if (!complete) {
            if (declaredWidth != 0 && (partWidth != declaredWidth || partHeight != declaredHeight)) { // readers go by the declared one
                throw corrupt("its picture has " + partWidth + " x " + partHeight + " pixels, and " + declaredWidth + " x " + declaredHeight
                    + " are declared");
            }
            lossless(body + 5, end, partWidth, partHeight);
        }
        found(partWidth, partHeight);
    }

    private void lossless(int from, int to, int partWidth, int partHeight) {
        if (lossless) {
            throw corrupt("it has two pictures in one frame");
        }
        lossless = true;
        int groups = new WebpGroups(bytes, from, to).count(partWidth, partHeight);
        if (groups > Math.min(MAX_GROUPS, (partWidth + 3) / 4 * ((partHeight + 3) / 4))) { // a group is for 4 x 4 pixels or more
            throw corrupt("it has " + groups + " groups of prefix codes for " + partWidth + " x " + partHeight + " pixels");
        }
    }

    private void keep(int type, int body, int end) {
        boolean picture = type == VP8 || type == VP8L || type == ANMF;
        if (type == VP8X) {
            byte[] canvas = Arrays.copyOfRange(bytes, body - 8, end);
            canvas[8] &= ONLY_ALPHA_AND_ANIMATION;
            kept.writeBytes(canvas);
        } else if (!complete && (picture || type == ALPH || type == ANIM)) {
            kept.write(bytes, body - 8, end - body + 8);
            complete = picture;
        }
    }

    private void exif(int body, int end) {
        int from = PictureFormat.at(bytes, body, "Exif\0\0") ? body + 6 : body;
        if (orientation.isEmpty() && from < end) {
            orientation = Exif.orientation(bytes, from, end - from);
        }
    }

    private void declared(int partWidth, int partHeight) {
        if (!complete) {
            declaredWidth = partWidth;
            declaredHeight = partHeight;
        }
        found(partWidth, partHeight);
    }

    private void found(int partWidth, int partHeight) {
        width = Math.max(width, partWidth);
        height = Math.max(height, partHeight);
    }

    private int threeBytes(int at) {
        return file.get(at) & 255 | (file.get(at + 1) & 255) << 8 | (file.get(at + 2) & 255) << 16;
    }

    private static PictureException corrupt(String reason) {
        return new PictureException.Corrupt(PictureFormat.WEBP, reason, null);
    }
}
