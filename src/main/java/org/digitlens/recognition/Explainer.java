package org.digitlens.recognition;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.ActivationChart;
import org.digitlens.chart.ClassActivationChart;
import org.digitlens.chart.ProbabilityChart;
import org.digitlens.classifier.Inference;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.classifier.Prediction;
import org.digitlens.explanation.ActivationMaps;
import org.digitlens.explanation.ClassActivationMap;
import org.digitlens.imaging.GrayImage;
import org.digitlens.recognition.Recognition.Illustration;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Draws and words the explanations that one question asks of one model. */
final class Explainer {

    private static final int WINNER = -1;

    private final Question question;
    private final String layer;
    private final String classActivation;
    private final int target;
    private final Descriptions words;

    /** @throws ProblemException when the model does not have what the question asks for */
    Explainer(Question question, ModelManifest manifest, Locale locale) {
        this.question = question;
        layer = layer(question, manifest);
        classActivation = classActivation(question, manifest);
        target = question.target().map(label -> known("target", label, manifest.labels())).orElse(WINNER);
        words = new Descriptions(locale);
    }

    private static String layer(Question question, ModelManifest manifest) {
        List<String> layers = manifest.layers().stream().map(ModelManifest.Layer::name).toList();
        if (layers.isEmpty() && question.explain().contains(Explanation.ACTIVATIONS)) {
            throw wrong("explain", "The model " + manifest.name() + " has no convolutions, so it has no activation maps.");
        }
        if (layers.isEmpty() && question.layer().isPresent()) {
            throw wrong("layer", "The model " + manifest.name() + " has no convolutions, so it has no layer "
                + question.layer().get() + ".");
        }
        return question.layer().map(name -> layers.get(known("layer", name, layers)))
            .orElse(layers.isEmpty() ? null : layers.get(0));
    }

    private static String classActivation(Question question, ModelManifest manifest) {
        if (question.explain().contains(Explanation.CAM) && manifest.classActivation().isEmpty()) {
            throw wrong("explain", "The model " + manifest.name() + " has no class activation maps.");
        }
        return manifest.classActivation().orElse(null);
    }

    private static int known(String field, String name, List<String> names) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw wrong(field, "Found " + name + "; expected one of " + String.join(", ", names) + ".");
        }
        return index;
    }

    private static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field, detail));
    }

    /** Whether nothing is asked for. */
    boolean isIdle() {
        return question.explain().isEmpty();
    }

    /** The inner tensors that the model has to hand out. */
    Set<String> outputs() {
        var outputs = new HashSet<String>();
        if (question.explain().contains(Explanation.ACTIVATIONS)) {
            outputs.add(layer);
        }
        if (question.explain().contains(Explanation.CAM)) {
            outputs.add(classActivation);
        }
        return outputs;
    }

    /** All explanations of one run. */
    Map<Explanation, Illustration> explain(Inference inference, GrayImage input) {
        Map<Explanation, Illustration> illustrations = new EnumMap<>(Explanation.class);
        for (Explanation kind : question.explain()) {
            illustrations.put(kind, switch (kind) {
                case PROBABILITIES -> probabilities(inference.prediction());
                case ACTIVATIONS -> activations(inference);
                case CAM -> classActivation(inference, input);
            });
        }
        return illustrations;
    }

    private Illustration probabilities(Prediction prediction) {
        return new Illustration(ProbabilityChart.png(prediction, question.theme(), question.scale()), words.of(prediction));
    }

    private Illustration activations(Inference inference) {
        var maps = ActivationMaps.of(layer, inference.maps().get(layer));
        return new Illustration(ActivationChart.png(maps, question.grid(), question.theme(), question.scale()), words.of(maps));
    }

    private Illustration classActivation(Inference inference, GrayImage input) {
        Prediction prediction = inference.prediction();
        int index = target == WINNER ? prediction.best() : target;
        var map = ClassActivationMap.of(prediction.labels().get(index), inference.maps().get(classActivation), index, input.width());
        return new Illustration(ClassActivationChart.png(map, input, question.theme(), question.scale()), words.of(map));
    }
}
