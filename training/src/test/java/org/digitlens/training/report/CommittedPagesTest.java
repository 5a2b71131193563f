package org.digitlens.training.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages under {@code docs/models/} say what the models' manifests and reports say, and nothing else. */
class CommittedPagesTest {
    private static final Path MODELS = Path.of("../models");
    private static final Path PAGES = Path.of("../docs/models");
    private static final String AGAIN = "generate it again: training/digitlens-train compare";

    static List<ModelFolder> models() {
        return ModelFolder.in(MODELS);
    }

    @Test
    void theTableIsWhatCompareGenerates() throws IOException {
        assertEquals(ModelTable.markdown(models(), Files.exists(PAGES.resolve(Charts.ERROR_LATENCY))),
                Files.readString(PAGES.resolve("README.md")), AGAIN);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelsPageIsWhatCompareGenerates(ModelFolder model) throws IOException {
        Path folder = PAGES.resolve(model.name());
        assertEquals(Charts.of(model.manifest(), model.report()).keySet(), charts(folder), AGAIN);
        assertEquals(ModelPage.markdown(model.manifest(), model.report(), charts(folder)),
                Files.readString(folder.resolve("report.md")), AGAIN);
    }

    @Test
    void thereAreNoPagesOfModelsThatAreGone() throws IOException {
        try (Stream<Path> folders = Files.list(PAGES)) {
            Set<String> pages = folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(models().stream().map(ModelFolder::name).collect(Collectors.toSet()), pages, AGAIN);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRecordedCommandNamesNoPlaceOnOneMachine(ModelFolder model) throws IOException {
        String manifest = Files.readString(model.path().resolve("manifest.json"));
        assertFalse(manifest.contains("\"/") || manifest.contains(" /") || manifest.contains("=/"), manifest);
    }

    private static Set<String> charts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png"))
                    .collect(Collectors.toSet());
        }
    }
}
