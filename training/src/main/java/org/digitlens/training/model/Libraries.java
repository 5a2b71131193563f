package org.digitlens.training.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of the libraries that a model came out of, as Maven resolved them. */
final class Libraries {
    private Libraries() {}

    static Map<String, String> versions() {
        try (InputStream in = Libraries.class.getResourceAsStream("libraries.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> versions = new TreeMap<>();
            properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
            versions.put("java", System.getProperty("java.version"));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
