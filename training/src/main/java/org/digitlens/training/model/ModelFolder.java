package org.digitlens.training.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.digitlens.training.UserError;

/** {@code models/NAME/} on disk. Each file is replaced in one move. */
public record ModelFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What an export writes; the manifest, without which a folder is no model, last. */
    private static final List<String> EXPORTED = List.of("model.onnx", "golden.json", "report.json", "manifest.json");

    /**
     * The models in a folder, by name: its folders that have a manifest.
     *
     * @throws UserError when there is no such folder
     */
    public static List<ModelFolder> in(Path models) {
        if (!Files.isDirectory(models)) {
            throw new UserError("no folder " + models.toAbsolutePath().normalize());
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("manifest.json"))).sorted()
                    .map(ModelFolder::new).toList();
        } catch (IOException e) {
            throw new UserError("cannot read " + models + ": " + e.getMessage(), e);
        }
    }

    /** The model file. */
    public Path model() {
        return path.resolve("model.onnx");
    }

    /** Name of the model: the folder's. */
    public String name() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * Reads the manifest.
     *
     * @throws UserError when there is none
     */
    public Manifest manifest() {
        Path file = path.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new UserError("no model in " + path + ": there is no manifest.json");
        }
        Manifest manifest = read(file, Manifest.class);
        List<String> missing = manifest.missing();
        if (!missing.isEmpty()) {
            throw new UserError(file + " is no manifest of a model: it lacks " + String.join(", ", missing));
        }
        return manifest;
    }

    /**
     * Reads the report; without a file it is one with no parts.
     *
     * @throws UserError when the file is no report
     */
    public Report report() {
        Path file = path.resolve("report.json");
        return Files.isRegularFile(file) ? read(file, Report.class) : new Report(null, null, null, null);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            T value = JSON.readValue(file.toFile(), type);
            if (value == null) {
                throw new UserError("cannot read " + file + ": it holds nothing");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UserError("cannot read " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void writeModel(byte[] onnx) throws IOException {
        write("model.onnx", onnx);
    }

    void write(Golden golden) throws IOException {
        write("golden.json", json(golden));
    }

    /** Replaces the report. */
    public void write(Report report) throws IOException {
        write("report.json", json(report));
    }

    /** Replaces the manifest. */
    public void write(Manifest manifest) throws IOException {
        write("manifest.json", json(manifest));
    }

    /** A new folder beside this one, to write a model into that is yet to be checked. */
    ModelFolder draft() throws IOException {
        Path parent = Files.createDirectories(path.toAbsolutePath().normalize().getParent());
        return new ModelFolder(Files.createTempDirectory(parent, "." + name() + "."));
    }

    /** Replaces another folder's files by these, each in one move. */
    void moveInto(ModelFolder other) throws IOException {
        Files.createDirectories(other.path);
        for (String name : EXPORTED) {
            Files.move(path.resolve(name), other.path.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes the folder and what an export wrote into it. */
    void delete() throws IOException {
        for (String name : EXPORTED) {
            Files.deleteIfExists(path.resolve(name));
            Files.deleteIfExists(path.resolve(name + ".part"));
        }
        Files.delete(path);
    }

    private void write(String name, byte[] content) throws IOException {
        Files.createDirectories(path);
        Path part = path.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Two spaces of indent, line feeds, arrays on one line. */
    private static byte[] json(Object value) throws JsonProcessingException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        ObjectWriter writer = JSON.writer(printer);
        return (writer.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
