package org.digitlens.training.model;

import java.io.IOException;
import java.util.List;
import org.digitlens.training.measure.OnnxClassifier;

/** Times models one after the other on one machine. */
public final class Stopwatch {
    private static final int TURNS = 3;
    private static final int SIDE = 28;

    private Stopwatch() {}

    /**
     * Times each model in three turns and writes the fastest into its manifest: microseconds for one picture, one thread,
     * all outputs.
     */
    public static void time(List<ModelFolder> models) throws IOException {
        double[] fastest = models.stream().mapToDouble(model -> Double.MAX_VALUE).toArray();
        float[] picture = ModelExport.floats(DrawnInputs.of(models.get(0).manifest().labels()).values().iterator().next());
        for (int turn = 0; turn < TURNS; turn++) {
            for (int i = 0; i < fastest.length; i++) {
                try (OnnxClassifier classifier = new OnnxClassifier(models.get(i).model())) {
                    fastest[i] = Math.min(fastest[i], classifier.latencyMicros(picture, SIDE, SIDE));
                }
            }
        }
        for (int i = 0; i < fastest.length; i++) {
            Manifest manifest = models.get(i).manifest();
            models.get(i).write(manifest.with(manifest.measured().with(Math.round(fastest[i]))));
        }
    }
}
