package org.digitlens.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.servlet.ServletContext;

/** Where a model's files come from: a folder of the operator's, or one inside the deployed application. */
interface ModelFolder {

    /** Names both the folder and the model. */
    String name();

    /**
     * A file's content.
     *
     * @throws IOException when there is no such file
     */
    InputStream open(String file) throws IOException;

    /** A folder on disk. */
    static ModelFolder of(Path folder) {
        return new ModelFolder() {
            @Override
            public String name() {
                return folder.getFileName().toString();
            }

            @Override
            public InputStream open(String file) throws IOException {
                return Files.newInputStream(folder.resolve(file));
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
            public InputStream open(String file) throws IOException {
                InputStream in = application.getResourceAsStream(folder + file);
                if (in == null) {
                    throw new IOException("there is no " + folder + file);
                }
                return in;
            }
        };
    }
}
