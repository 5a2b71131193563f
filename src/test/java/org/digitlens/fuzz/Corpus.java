package org.digitlens.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.digitlens.document.Samples;

/** The files that fuzzing begins with: drawn digits in every format, and archives of them. Run it to write them anew. */
final class Corpus {

    /** Where Jazzer looks for them, too. */
    static final Path FOLDER = Path.of("src/test/resources/org/digitlens/fuzz/ReadingFuzzTestInputs/anyBytesAreReadOrRefused");

    private Corpus() { }

    static Map<String, byte[]> seeds() {
        var seeds = new LinkedHashMap<>(Samples.all());
        seeds.put("pages.tiff", Samples.tiffOf(4, 0, 7));
        var two = new LinkedHashMap<String, byte[]>();
        two.put("scans/seven.png", seeds.get("grey.png"));
        two.put("seven.jpeg", seeds.get("grey.jpeg"));
        two.put("inner.zip", Samples.zip(Map.of("a.gif", seeds.get("plain.gif"))));
        seeds.put("files.zip", Samples.zip(two));
        return seeds;
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, byte[]> seed : seeds().entrySet()) {
            Files.write(FOLDER.resolve(seed.getKey()), seed.getValue());
        }
    }
}
