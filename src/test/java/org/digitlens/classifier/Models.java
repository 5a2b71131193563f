package org.digitlens.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models that are shipped, for tests outside a server. */
public final class Models {

    private static final Path FOLDER = Path.of("models");

    private Models() { }

    /** Every shipped model's folder. */
    static List<Path> folders() {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DigitClassifier load(Path folder) {
        try {
            return DigitClassifier.load(ModelFolder.of(folder));
        } catch (InvalidModelException e) {
            throw new IllegalStateException(folder + ": " + e.getMessage(), e);
        }
    }

    /** A catalogue with every shipped model. */
    public static ModelCatalogue catalogue() {
        var catalogue = new ModelCatalogue("digits", Optional.empty());
        catalogue.load(FOLDER);
        return catalogue;
    }
}
