package org.digitlens.training.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFileTest {
    private static final byte[] SIX = Patterns.idx(new byte[] {1, 2, 3, 4, 5, (byte) 200}, 1, 2, 3);

    @TempDir
    private Path folder;

    @Test
    void readsSizesAndValues() throws IOException {
        IdxFile file = IdxFile.read(write(SIX));
        assertArrayEquals(new int[] {1, 2, 3}, file.sizes());
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5, (byte) 200}, file.values());
    }

    @Test
    void readsTheSameFromAGzippedFile() throws IOException {
        IdxFile plain = IdxFile.read(write(SIX));
        IdxFile zipped = IdxFile.read(write(gzip(SIX)));
        assertArrayEquals(plain.values(), zipped.values());
        assertEquals(plain.sha256(), zipped.sha256());
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        assertComplains("no IDX file", write("PNG, perhaps".getBytes()));
        assertComplains("begins with 00 00 0d 03", write(new byte[] {0, 0, 0x0d, 3, 0, 0, 0, 0}));
        assertComplains("nothing", write(new byte[0]));
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        assertComplains("should hold 6 values of [1, 2, 3], but holds 4", write(Arrays.copyOf(SIX, SIX.length - 2)));
        assertComplains("its header needs 16 bytes, found 9", write(Arrays.copyOf(SIX, 9)));
    }

    @ParameterizedTest
    @CsvSource({"0,28,28", "-1,-1,28", "1,0,28", "-2147483648,2,0"})
    void refusesSizesBelowOne(int pictures, int height, int width) throws IOException {
        int values = Math.max(0, pictures * height * width);
        assertComplains("holds nothing: its header says [" + pictures + ", " + height + ", " + width + "]",
                write(Patterns.idx(new byte[values], pictures, height, width)));
    }

    @Test
    void refusesSizesWhoseProductIsTooLargeToCount() throws IOException {
        assertComplains("should hold ", write(Patterns.idx(new byte[0], 1 << 30, 1 << 30, 1 << 30)));
    }

    @Test
    void refusesABrokenGzipFile() throws IOException {
        byte[] zipped = gzip(SIX);
        assertComplains("broken gzip", write(Arrays.copyOf(zipped, zipped.length - 12)));
    }

    @Test
    void namesAFileThatIsMissing() {
        assertComplains("absent", folder.resolve("absent"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static void assertComplains(String expected, Path file) {
        UserError error = assertThrows(UserError.class, () -> IdxFile.read(file));
        assertTrue(error.getMessage().contains(expected), error.getMessage());
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
