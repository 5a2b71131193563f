package org.digitlens.training.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.digitlens.training.Patterns;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.network.Weights;
import org.digitlens.training.outlier.Outliers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dropout, too, is fixed by the seed, wherever a run was interrupted. */
class OlderRunsTest {
    private static final LabelledImages LEARNING = Patterns.images(120, 1);
    private static final LabelledImages VALIDATION = Patterns.images(30, 2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dense", "lenet"})
    void killedAndResumedEndsWhereAnUninterruptedRunDoes(String network) throws IOException {
        Weights whole = train(network, "whole", epoch -> {});
        assertThrows(IllegalStateException.class, () -> train(network, "killed", epoch -> {
            if (epoch == 2) {
                throw new IllegalStateException("killed");
            }
        }));
        assertEquals(2, Checkpoint.read(Checkpoint.in(folder.resolve("killed"))).history().size());
        Weights resumed = train(network, "killed", epoch -> {});
        whole.names().forEach(name -> assertArrayEquals(whole.get(name), resumed.get(name), name));
    }

    private Weights train(String network, String run, IntConsumer after) throws IOException {
        RunDescription description = RunDescription.of(
                network, LEARNING, "few", 3, 1, VALIDATION.size(), List.of(new DataSet.Source("patterns", "0")));
        Progress progress = new Progress() {
            @Override
            public void epoch(EpochResult result, int epochs) {
                after.accept(result.epoch());
            }
        };
        try (Teachers none = new Teachers(List.of())) {
            return new TrainingRun(folder.resolve(run), description, LEARNING, VALIDATION, new Outliers(LEARNING, null),
                    none, progress).train(null).average();
        }
    }
}
