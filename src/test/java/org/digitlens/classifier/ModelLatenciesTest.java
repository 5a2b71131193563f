package org.digitlens.classifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLatenciesTest {

    @TempDir
    private Path models;

    private final ModelCatalogue catalogue = new ModelCatalogue("digits", Optional.empty());
    private final ModelLatencies latencies = new ModelLatencies(catalogue);

    @BeforeEach
    void load() {
        ModelVariant.named("digits").writeTo(models);
        ModelVariant.named("flat").withoutMaps().writeTo(models);
        catalogue.load(models);
    }

    @Test
    void measuresEveryModel() {
        assertFalse(latencies.areKnown());
        latencies.measure();
        assertTrue(latencies.areKnown());
        for (String model : List.of("digits", "flat")) {
            long micros = latencies.micros(model).orElseThrow();
            assertTrue(micros > 10 && micros < 100_000, model + " takes " + micros + " µs");
        }
        assertEquals(OptionalLong.empty(), latencies.micros("nobody"));
        catalogue.stop();
    }

    @Test
    void givesUpQuietlyWhenTheApplicationStops() {
        catalogue.stop();
        latencies.stop();
        latencies.measure();
        assertFalse(latencies.areKnown());
    }
}
