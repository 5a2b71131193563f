package org.digitlens.recognition;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.digitlens.classifier.Prediction;
import org.digitlens.explanation.ActivationMaps;
import org.digitlens.explanation.ClassActivationMap;

/** Explanations in words, for those who do not see the pictures. */
final class Descriptions {

    private static final int NAMED = 3;
    private static final List<String> REGIONS = List.of("topLeft", "top", "topRight", "left", "centre", "right", "bottomLeft",
        "bottom", "bottomRight");

    private final Locale locale;
    private final ResourceBundle texts;

    Descriptions(Locale locale) {
        this.locale = locale;
        texts = ResourceBundle.getBundle("org.digitlens.descriptions", locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Every label with its probability, the most probable first. */
    String of(Prediction prediction) {
        return text("probabilities", IntStream.range(0, prediction.labels().size()).boxed()
            .sorted(Comparator.comparingDouble(i -> -prediction.probabilities()[i]))
            .map(i -> text("probability", prediction.labels().get(i), prediction.probabilities()[i]))
            .collect(Collectors.joining(text("separator"))));
    }

    /** How many maps of a layer answered, and how strongly. */
    String of(ActivationMaps activation) {
        return text("activations", activation.maps().count(), activation.layer(), activation.active(), activation.highest());
    }

    /** The regions that speak most for a label, and the one that speaks most against it. */
    String of(ClassActivationMap map) {
        double[] sums = map.regions();
        List<Integer> order = IntStream.range(0, sums.length).boxed().sorted(Comparator.comparingDouble(i -> -sums[i])).toList();
        String speakFor = order.stream().filter(i -> sums[i] > 0).limit(NAMED).map(this::region)
            .collect(Collectors.joining(text("separator")));
        int least = order.get(order.size() - 1);
        return text(speakFor.isEmpty() ? "cam.nothing" : sums[least] < 0 ? "cam.both" : "cam.for", map.label(), speakFor, region(least));
    }

    private String region(int index) {
        return text("region." + REGIONS.get(index));
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }
}
