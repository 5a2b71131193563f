package org.digitlens.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The temporary folders into which ONNX Runtime unpacks its native library, some 20 MB each time the application is
 * deployed. It removes them only when the JVM ends, and an application server runs for months.
 */
final class NativeLibrary {

    private static final Logger LOGGER = Logger.getLogger(NativeLibrary.class.getName());
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "onnxruntime-java";

    private final Set<Path> unpacked = new HashSet<>();

    /** Something that may load a model, and with the first one the library. */
    @FunctionalInterface
    interface Loading {
        DigitClassifier load() throws InvalidModelException;
    }

    /** Runs it, and remembers the folders that it left behind. */
    DigitClassifier during(Loading loading) throws InvalidModelException {
        Set<Path> before = folders();
        try {
            return loading.load();
        } finally {
            Set<Path> after = folders();
            after.removeAll(before);
            unpacked.addAll(after);
        }
    }

    /** Deletes what was remembered; a library that is in use keeps working where the system lets it be deleted. */
    void delete() {
        for (Path folder : unpacked) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                LOGGER.log(Level.FINE, "The native library's folder stays until the JVM ends", e);
            }
        }
    }

    private static Set<Path> folders() {
        try (Stream<Path> paths = Files.list(TEMPORARY)) {
            return paths.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            return new HashSet<>();
        }
    }
}
