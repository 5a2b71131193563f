package org.digitlens.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.ServletContext;

/** Where a model's files come from: a folder of the operator's, or one inside the deployed application. */
interface ModelFolder {

    /** Names both the folder and the model. */
    String name();

    /** A file's content, if there is such a file. */
    Optional<InputStream> find(String file) throws IOException;

    /**
     * A file's content.
     *
     * @throws IOException when there is no such file
     */
    default InputStream open(String file) throws IOException {
        return find(file).orElseThrow(() -> new IOException("there is no " + file + " in the folder " + name()));
    }

    /**
     * The bytes of a file, if there is such a file.
     *
     * @param most bytes that it may have
     * @throws IOException when it has more
     */
    default Optional<byte[]> read(String file, int most) throws IOException {
        Optional<InputStream> found = find(file);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(String.format(Locale.ROOT, "%s has more than %,d bytes", file, most));
            }
            return Optional.of(bytes);
        }
    }

    /** A folder on disk. */
    static ModelFolder of(Path folder) {
        return new ModelFolder() {
            @Override
            public String name() {
                return folder.getFileName().toString();
            }

            @Override
            public Optional<InputStream> find(String file) throws IOException {
                Path path = folder.resolve(file);
                return Files.exists(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
            }
        };
    }

    /** A folder of the application, such as {@code /WEB-INF/models/digits/}. */
    static ModelFolder of(ServletContext application, String folder) {
        return new ModelFolder() {
            @Override
            public String name() {
                return folder.replaceAll("^.*/([^/]+)/$", "$1");
            }

            @Override
            public Optional<InputStream> find(String file) {
                return Optional.ofNullable(application.getResourceAsStream(folder + file));
            }
        };
    }
}
