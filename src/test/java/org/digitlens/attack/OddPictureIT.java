package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** Pictures without pixels, with numbers that are none, or of shapes that no camera makes. */
class OddPictureIT extends AttackTest {

    @Test
    void picturesOfNoWidthOrNoHeight() {
        for (int[] size : new int[][] {{0, 10}, {10, 0}, {0, 0}}) {
            corrupt("image/png", Pngs.of(size[0], size[1], 8, 0, 0, Bytes.deflated(new byte[100])));
            corrupt("image/tiff", Tiffs.of(size[0], size[1], 8, 1, new byte[100]).file(false));
            corrupt("image/bmp", new Bytes().text("BM").little(154, 0, 54, 40, size[0], size[1]).shorts(1, 24).little(0, 0, 0, 0, 0, 0)
                .bytes(new byte[100]).toArray());
            corrupt("image/gif", new Bytes().text("GIF89a").shorts(size[0], size[1]).text("\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,")
                .shorts(0, 0, size[0], size[1]).text("\0\2\2D\1\0;").toArray());
            corrupt("image/jpeg", new Bytes().text("\u00ff\u00d8\u00ff\u00c0\0\u000b\u0008").bytes((byte) 0, (byte) size[1], (byte) 0, (byte) size[0])
                .text("\1\1\u0011\0\u00ff\u00da\0\u0008\1\1\0\0\u003f\0\0\u00ff\u00d9").toArray());
        }
        corrupt("image/png", Pngs.of(-1, -1, 8, 0, 0, new byte[10]));
    }

    @Test
    void floatingPointPixelsThatAreNoNumbers() {
        float[][] pixels = {{Float.NaN}, {Float.POSITIVE_INFINITY}, {Float.NEGATIVE_INFINITY}, {Float.NaN, 0, 1}, {Float.MAX_VALUE, -Float.MAX_VALUE},
            {Float.MIN_VALUE, 0}, {1e30f, 0, Float.NaN}};
        for (float[] pattern : pixels) {
            ByteBuffer data = ByteBuffer.allocate(64 * 64 * 4).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 64 * 64; i++) {
                data.putFloat(pattern[i % pattern.length]);
            }
            readOrRefused("image/tiff", Tiffs.of(64, 64, 32, 3, data.array()).file(false));
        }
    }

    @Test
    void doublesAndHalvesThatAreNoNumbers() {
        var data = new byte[64 * 64 * 8];
        Arrays.fill(data, (byte) 0xff);
        readOrRefused("image/tiff", Tiffs.of(64, 64, 64, 3, data).file(false));
        readOrRefused("image/tiff", Tiffs.of(64, 64, 16, 3, data).file(false));
    }

    @Test
    void picturesOfOneColour() {
        for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
            for (int side : new int[] {1, 2, 28, 500}) {
                var rows = new byte[side * (side + 1)];
                for (int y = 0; y < side; y++) {
                    Arrays.fill(rows, y * (side + 1) + 1, (y + 1) * (side + 1), (byte) value);
                }
                post(READINGS, "image/png", Pngs.of(side, side, 8, 0, 0, Bytes.deflated(rows))).isReading();
            }
        }
    }

    @Test
    void onePixelWideAndThirtyThousandHigh() {
        for (int[] size : new int[][] {{1, 30_000}, {30_000, 1}, {2, 29_999}, {29_999, 2}, {830, 30_000}, {30_000, 830}}) {
            Answer answer = post(READINGS, "image/png", striped(size[0], size[1])).within(2 * PROMPT_MILLIS);
            assertTrue(answer.status() == 200 || answer.isProblem(413, 422).status() > 0);
        }
        post(READINGS, "image/png", striped(1, 30_001)).isProblem(413);
    }

    /** A fine pattern has more pieces of ink than any writing. */
    @Test
    void dustAndStripesAllOver() {
        for (int period : new int[] {2, 3, 5}) {
            Answer answer = post(READINGS, "image/png", dotted(2000, period));
            outcome(answer.millis() + " ms");
            assertTrue(answer.status() == 200 || answer.isProblem(413, 422).status() > 0, answer.response()::body);
            answer.within(20_000);
        }
    }

    @Test
    void picturesThatBreakOffAnywhere() {
        for (int length = 1; length < SEVEN.length; length += 53) {
            Answer answer = post(READINGS, "image/png", Arrays.copyOf(SEVEN, length));
            answer.isProblem(415, 422);
        }
    }

    @Test
    void bytesThatOnlyBeginLikeAPicture() {
        String[] beginnings = {"\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff\u00e0", "GIF89a", "GIF87a", "BM", "RIFF\u00ff\u00ff\u00ff\u00ffWEBPVP8 ",
            "RIFF\0\0\0\0WEBPVP8X", "II*\0", "MM\0*", "II+\0", "%PDF-1.7\n", "\0\0\0\u0018ftypheic", "\0\0\0\u0018ftypavif", "PK\3\4", "\u001f\u008b", "Rar!",
            "7z\u00bc\u00af", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?>", "\u00ff\u004f\u00ff\u0051", "8BPS", "P5 9 9 255\n", "qoif"};
        for (String beginning : beginnings) {
            for (String rest : new String[] {"", "\0".repeat(5000), "\u00ff".repeat(5000), beginning.repeat(900)}) {
                post(READINGS, "application/octet-stream", ascii(beginning + rest)).isProblem(415, 422, 413);
            }
        }
    }

    @Test
    void whatIsPictureAndScriptAtOnce() {
        byte[] both = Bytes.join(SEVEN, ascii("<script>alert(1)</script><?php system('id'); ?>"));
        post(READINGS, "image/png", both).isReading().says("\"7\"");
        byte[] gif = Bytes.join(ascii("GIF89a/*"), new byte[40], ascii("*/=1;alert(1)//"));
        Answer answer = post(READINGS, "image/gif", gif).isProblem(422, 413);
        assertTrue(answer.header("X-Content-Type-Options").equals("nosniff"), answer.response().headers()::toString);
    }

    private void corrupt(String mediaType, byte[] file) {
        post(READINGS, mediaType, file).isProblem(422);
        post(PREDICTIONS, mediaType, file).isProblem(422);
    }

    private void readOrRefused(String mediaType, byte[] file) {
        Answer answer = post(READINGS, mediaType, file);
        if (answer.status() == 200) {
            answer.isReading();
        } else {
            answer.isProblem(422);
        }
    }

    private static byte[] striped(int width, int height) {
        var rows = new byte[height * (width + 1)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i % (width + 1) == 0 ? 0 : i / 7 % 2 * 255);
        }
        return Pngs.of(width, height, 8, 0, 0, Bytes.deflated(rows));
    }

    private static byte[] dotted(int side, int period) {
        var rows = new byte[side * (side + 1)];
        Arrays.fill(rows, (byte) 255);
        for (int y = 0; y < side; y++) {
            rows[y * (side + 1)] = 0;
            for (int x = 0; x < side && y % period == 0; x += period) {
                rows[y * (side + 1) + 1 + x] = 0;
            }
        }
        return Pngs.of(side, side, 8, 0, 0, Bytes.deflated(rows));
    }
}
