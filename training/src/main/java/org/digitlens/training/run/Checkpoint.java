package org.digitlens.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.digitlens.training.UserError;
import org.digitlens.training.network.Weights;

/**
 * All that a run needs to go on: after a kill at any moment the file holds the last finished epoch, never half of one.
 *
 * @param history results of the finished epochs
 * @param parameters as learned
 * @param velocity the descent's momentum
 * @param average moving average of the parameters
 */
public record Checkpoint(RunDescription run, List<EpochResult> history, Weights parameters, Weights velocity,
        Weights average) {
    private static final int MAGIC = 0x444C4350;
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Header(RunDescription run, List<EpochResult> history) {}

    /** Where a run's checkpoint lies. */
    public static Path in(Path runFolder) {
        return runFolder.resolve("checkpoint.bin");
    }

    /**
     * The state that a folder's run has reached, or nothing when none has begun there.
     *
     * @throws UserError when the folder holds another run
     */
    static Optional<Checkpoint> of(Path folder, RunDescription description) {
        Path file = in(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Checkpoint saved = read(file);
        if (!saved.run().equals(description)) {
            throw new UserError(folder + " holds another run (" + saved.run() + ", not " + description
                    + "); resume it as it was started, or name another folder with --run");
        }
        return Optional.of(saved);
    }

    /** Replaces the checkpoint and {@code log.csv} in a run's folder, which is made when it is missing. */
    void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(in(folder));
        Files.write(folder.resolve("log.csv"),
                Stream.concat(Stream.of(EpochResult.HEADER), history.stream().map(EpochResult::csv)).toList());
    }

    /** Replaces the file in one move, once the new one is safely on the disk. */
    void write(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
            byte[] header = JSON.writeValueAsBytes(new Header(run, history));
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(header.length);
            out.write(header);
            parameters.write(out);
            velocity.write(out);
            average.write(out);
        }
        Files.write(part, bytes.toByteArray(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws UserError when the file is missing, or is none
     */
    public static Checkpoint read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError("no checkpoint " + file + "; train first, or name the run's folder with --run");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new UserError(file + " is no checkpoint of this version");
            }
            Header header = header(in);
            return new Checkpoint(header.run(), header.history(), Weights.read(in), Weights.read(in), Weights.read(in));
        } catch (JsonProcessingException e) {
            throw new UserError("cannot read " + file + ": " + e.getOriginalMessage(), e);
        } catch (EOFException e) {
            throw new UserError("cannot read " + file + ": it ends too early", e);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Header header(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("its header should have " + length + " bytes, but " + in.available() + " are left");
        }
        Header header = JSON.readValue(in.readNBytes(length), Header.class);
        RunDescription run = header == null ? null : header.run();
        if (run == null || header.history() == null || run.network() == null || run.labels() == null
                || run.recipe() == null || run.data() == null || run.data().isEmpty()) {
            throw new IOException("its header does not tell of a run");
        }
        return header;
    }
}
