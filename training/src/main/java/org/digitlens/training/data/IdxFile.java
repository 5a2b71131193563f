package org.digitlens.training.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.digitlens.training.UserError;

/**
 * An IDX file of unsigned bytes, the format of MNIST: four bytes {@code 0 0 8 rank}, then {@code rank} big-endian
 * sizes, then the values in row-major order. Read whole, unpacked when it is gzipped.
 *
 * @param sizes size of each axis
 * @param values the values, unsigned
 * @param sha256 of the unpacked file, in hexadecimal
 */
public record IdxFile(int[] sizes, byte[] values, String sha256) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int GZIP_MAGIC = 0x1f8b;

    /**
     * Reads a file.
     *
     * @throws UserError when it is no IDX file of unsigned bytes, or does not hold what its header says
     */
    public static IdxFile read(Path file) {
        byte[] bytes;
        try {
            bytes = unpack(Files.readAllBytes(file));
        } catch (EOFException | ZipException e) {
            throw new UserError(file + " is a broken gzip file: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
        return parse(file.toString(), bytes);
    }

    private static byte[] unpack(byte[] bytes) throws IOException {
        boolean zipped = bytes.length > 1 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) == GZIP_MAGIC;
        if (!zipped) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static IdxFile parse(String file, byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != UNSIGNED_BYTE || bytes[3] < 1) {
            throw new UserError(file + " is no IDX file of unsigned bytes: it should begin with 00 00 08 and a number"
                    + " of axes, but begins with " + hex(Arrays.copyOf(bytes, Math.min(4, bytes.length))));
        }
        int rank = bytes[3];
        int header = 4 + 4 * rank;
        if (bytes.length < header) {
            throw new UserError(file + " is truncated: its header needs " + header + " bytes, found " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 4, 4 * rank);
        int[] sizes = new int[rank];
        long expected = 1;
        for (int axis = 0; axis < rank; axis++) {
            sizes[axis] = buffer.getInt();
            // No file is larger than an int tells, so that nothing is lost by not going on.
            expected = expected > Integer.MAX_VALUE ? expected : expected * sizes[axis];
        }
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)) {
            throw new UserError(file + " holds nothing: its header says " + Arrays.toString(sizes)
                    + ", where each size must be at least 1");
        }
        if (bytes.length - header != expected) {
            throw new UserError(file + " should hold " + expected + " values of " + Arrays.toString(sizes)
                    + ", but holds " + (bytes.length - header));
        }
        return new IdxFile(sizes, Arrays.copyOfRange(bytes, header, bytes.length), Sha256.of(bytes));
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(String.format("%s%02x", text.isEmpty() ? "" : " ", b));
        }
        return text.isEmpty() ? "nothing" : text.toString();
    }
}
