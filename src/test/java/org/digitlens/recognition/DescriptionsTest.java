package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.json.JsonValue;
import org.digitlens.chart.LearningCurveChart;
import org.digitlens.classifier.FeatureMaps;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.classifier.Prediction;
import org.digitlens.explanation.ActivationMaps;
import org.digitlens.explanation.ClassActivationMap;
import org.junit.jupiter.api.Test;

class DescriptionsTest {

    private static final ModelManifest MANIFEST = new ModelManifest("model", List.of("a", "b", "c"), "image", 255, "probabilities", "logits",
        Optional.empty(), List.of(), 0.5, JsonValue.EMPTY_JSON_OBJECT);

    private final Descriptions words = new Descriptions(Locale.ENGLISH);

    @Test
    void listsProbabilitiesFromTheMostProbable() {
        var prediction = new Prediction("digits", List.of("0", "1", "2"), new double[] {.25, .745, .005}, Optional.empty());
        assertEquals("Probability of each label: 1: 74.5%, 0: 25%, 2: 0.5%.", words.of(prediction));
    }

    @Test
    void countsMapsThatAnswer() {
        var maps = ActivationMaps.of("conv1", new FeatureMaps(3, 1, 1, new float[] {0, 1.5f, .25f}));
        assertEquals("3 activation maps of the layer conv1; 2 of them answer to this picture, the strongest with 1.50.", words.of(maps));
    }

    @Test
    void namesTheMostFrequentMistakes() {
        assertEquals("Of 210 pictures of the set test, 10 were read wrong. Most often: b read as c (4), c read as a (3), a read as c (2).",
            words.of(ModelChart.CONFUSION, confusion(new int[][] {{70, 0, 2}, {1, 60, 4}, {3, 0, 70}}), MANIFEST));
        assertEquals("All 3 pictures of the set test were read right.",
            words.of(ModelChart.CONFUSION, confusion(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}), MANIFEST));
    }

    private static ModelReport confusion(int[][] counts) {
        return new ModelReport(List.of(), Optional.of(new ModelReport.Confusion("test", counts)), Optional.empty(), Optional.empty(),
            JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void tellsOfTrainingWithoutHeldOutPictures() {
        var report = new ModelReport(List.of(new LearningCurveChart.Epoch(1, 0.7123, OptionalDouble.empty())), Optional.empty(),
            Optional.empty(), Optional.empty(), JsonValue.EMPTY_JSON_OBJECT);
        assertEquals("Over 1 epoch the loss went from 0.712 to 0.712.", words.of(ModelChart.LEARNING_CURVES, report, MANIFEST));
    }

    @Test
    void namesTheRegionsForAndAgainst() {
        var values = new float[28 * 28];
        values[0] = 5;
        values[27] = 7;
        values[27 * 28] = -3;
        assertEquals("What speaks for 7, strongest first: top right, top left. What speaks most against it: bottom left.",
            words.of(new ClassActivationMap("7", 28, values)));
        values[0] = values[27] = -1;
        assertEquals("Nothing in this picture speaks for 1; what speaks most against it: bottom left.",
            words.of(new ClassActivationMap("1", 28, values)));
    }
}
