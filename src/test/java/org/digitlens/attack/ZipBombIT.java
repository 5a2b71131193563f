package org.digitlens.attack;

import static org.digitlens.attack.Bytes.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;

/** Archives that are far larger than they look, or no archives at all. */
class ZipBombIT extends AttackTest {

    private static final String ZIP = "application/zip";

    @Test
    void aGigabyteInAMegabyte() {
        byte[] zeros = Bytes.deflated((byte) 0, 1_000_000_000, false);
        byte[] bomb = new Zips().add("a.png", zeros, 0, zeros.length, 1_000_000_000).file();
        assertTrue(bomb.length < 1_100_000, "of " + bomb.length + " bytes");
        refused(bomb).within(PROMPT_MILLIS);
    }

    @Test
    void aGigabyteThatClaimsToBeAHundredBytes() {
        byte[] zeros = Bytes.deflated((byte) 0, 1_000_000_000, false);
        refused(new Zips().add("a.png", zeros, 0, zeros.length, 100).file()).within(PROMPT_MILLIS);
    }

    @Test
    void fortyTwoMegabytesInEachOfAHundredFiles() {
        byte[] zeros = Bytes.deflated((byte) 0, 42_000_000, false);
        var bomb = new Zips();
        IntStream.range(0, 100).forEach(i -> bomb.add(i + ".png", zeros, 0, zeros.length, 42_000_000));
        refused(bomb.file()).within(PROMPT_MILLIS);
    }

    @Test
    void filesThatOverlap() {
        byte[] zeros = Bytes.deflated((byte) 0, 9_000_000, false);
        var bomb = new Zips().add("first.png", zeros, 0, zeros.length, 9_000_000);
        IntStream.range(1, 100).forEach(i -> bomb.point(i + ".png", 0, 0, zeros.length, 9_000_000));
        refused(bomb.file()).within(PROMPT_MILLIS);
    }

    @Test
    void zipInZipInZip() {
        byte[] inner = Zips.of(new String[] {"seven.png"}, SEVEN);
        for (int depth = 0; depth < 50; depth++) {
            inner = Zips.of(new String[] {"level" + depth + ".zip"}, inner);
        }
        post(READINGS, ZIP, inner).isProblemOfEachFile(415, 422).within(PROMPT_MILLIS);
    }

    @Test
    void tenThousandFiles() {
        byte[] zip = Zips.of(IntStream.range(0, 10_000).mapToObj(i -> i + ".png").toArray(String[]::new), SEVEN);
        refused(zip).within(PROMPT_MILLIS);
    }

    @Test
    void sixtyThousandEmptyFilesAndFolders() {
        byte[] zip = Zips.of(IntStream.range(0, 60_000).mapToObj(i -> i + "/").toArray(String[]::new), new byte[0]);
        refused(zip).within(PROMPT_MILLIS);
    }

    @Test
    void directoriesThatLie() {
        byte[] zip = Zips.of(new String[] {"a.png", "b.png"}, SEVEN);
        for (int at = 0; at < 22; at++) {
            byte[] damaged = zip.clone();
            damaged[zip.length - 1 - at] ^= (byte) 0xff;
            Answer answer = post(READINGS, ZIP, damaged);
            assertTrue(answer.status() == 200 || answer.status() == 422 || answer.status() == 413, answer.response()::body);
        }
        for (int length = 4; length < zip.length; length += 97) {
            post(READINGS, ZIP, Arrays.copyOf(zip, length)).isProblem(422, 413);
        }
    }

    @Test
    void anArchiveInTheTailOfAPicture() {
        byte[] both = Bytes.join(SEVEN, Zips.of(new String[] {"evil.png"}, Pngs.blank(4000, 4000)));
        Answer answer = post(READINGS, "image/png", both).isReading();
        assertEquals("7", answer.json().asJsonObject().getString("text"), "the first bytes say what it is");
        post(READINGS, "application/octet-stream", both).isReading().says("\"7\"");
    }

    @Test
    void aBadFileAmongGoodOnes() {
        byte[] zeros = Bytes.deflated((byte) 0, 200_000_000, false);
        byte[] good = Bytes.deflated(SEVEN);
        byte[] raw = Arrays.copyOfRange(good, 2, good.length - 4); // without zlib's frame
        byte[] zip = new Zips().add("good.png", raw, Bytes.crc(SEVEN), raw.length, SEVEN.length).add("bomb.png", zeros, 0, zeros.length, 9_000_000)
            .add("text.png", new byte[] {'x', 'x', 'x', 'x', 'x', 'x'}, 0, 6, 300).file();
        Answer answer = post(READINGS, ZIP, zip);
        if (answer.status() == 200) {
            JsonObject first = answer.json().asJsonArray().getJsonObject(0);
            assertEquals("7", first.getString("text"));
            assertEquals("good.png", first.getString("file"));
        } else {
            answer.isProblem(413, 422);
        }
    }

    @Test
    void noArchiveAtAll() {
        post(READINGS, ZIP, ascii("PK\3\4")).isProblem(422, 415);
        post(READINGS, ZIP, ascii("PK\5\6" + "\0".repeat(18))).isProblem(422, 400);
        post(READINGS, ZIP, ascii("PK\3\4" + "\u00ff".repeat(100_000))).isProblem(422, 415);
        post(READINGS, ZIP, new byte[0]).isProblem(400);
    }

    /** Either the archive as a whole, or each of its files. */
    private Answer refused(byte[] bomb) {
        Answer answer = post(READINGS, ZIP, bomb);
        return answer.status() == 200 ? answer.isProblemOfEachFile(413, 422) : answer.isProblem(413, 422);
    }
}
