package org.digitlens.recognition;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.PngEncoder;
import org.digitlens.recognition.Recognition.Illustration;

/** Recognitions and comparisons as the API answers them. */
final class RecognitionJson {

    static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(null);
    private static final int DECIMALS = 6;

    private RecognitionJson() { }

    static String of(Recognition recognition) {
        var out = new StringWriter(4096);
        try (JsonGenerator json = GENERATORS.createGenerator(out)) {
            json.writeStartObject().write("model", recognition.prediction().model());
            write(json, recognition.prediction());
            write(json, recognition.box(), recognition.input());
            write(json, recognition.explanations());
            json.writeEnd();
        }
        return out.toString();
    }

    static String of(Comparison comparison) {
        var out = new StringWriter(4096);
        try (JsonGenerator json = GENERATORS.createGenerator(out)) {
            json.writeStartObject();
            write(json, comparison.box(), comparison.input());
            write(json, "label", comparison.label());
            json.write("agree", comparison.agree()).writeStartArray("models");
            for (Comparison.Answer answer : comparison.answers()) {
                json.writeStartObject().write("model", answer.prediction().model());
                write(json, answer.prediction());
                json.write("title", answer.title()).writeStartArray("labels");
                answer.prediction().labels().forEach(json::write);
                json.writeEnd();
                if (comparison.votes(answer)) {
                    json.write("agrees", comparison.agrees(answer));
                }
                json.write("micros", answer.micros()).writeEnd();
            }
            json.writeEnd().writeEnd();
        }
        return out.toString();
    }

    /** What a model says of one sign. */
    static void write(JsonGenerator json, Prediction prediction) {
        write(json, "label", prediction.label());
        prediction.digit().ifPresentOrElse(digit -> json.write("digit", digit), () -> json.writeNull("digit"));
        json.write("confidence", rounded(prediction.confidence())).write("recognized", prediction.recognized());
        prediction.rejection().ifPresent(reason -> json.write("reason", reason.name().toLowerCase(Locale.ROOT)));
        json.writeStartArray("probabilities");
        for (double probability : prediction.probabilities()) {
            json.write(rounded(probability));
        }
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String name, Optional<String> text) {
        text.ifPresentOrElse(value -> json.write(name, value), () -> json.writeNull(name));
    }

    private static void write(JsonGenerator json, Optional<Box> box, GrayImage input) {
        box.ifPresentOrElse(known -> write(json, known), () -> json.writeNull("box"));
        write(json, input);
    }

    /** The 28 x 28 that a network saw. */
    static void write(JsonGenerator json, GrayImage input) {
        json.write("input", DataUrl.ofPng(PngEncoder.encode(input)));
    }

    static void write(JsonGenerator json, Box box) {
        json.writeStartObject("box").write("x", box.x()).write("y", box.y()).write("width", box.width())
            .write("height", box.height()).writeEnd();
    }

    static void write(JsonGenerator json, Map<Explanation, Illustration> explanations) {
        if (explanations.isEmpty()) {
            return;
        }
        json.writeStartObject("explanations");
        explanations.forEach((kind, illustration) -> json.write(kind.key(), DataUrl.ofPng(illustration.png())));
        json.writeEnd().writeStartObject("descriptions");
        explanations.forEach((kind, illustration) -> json.write(kind.key(), illustration.description()));
        json.writeEnd();
    }

    /** Written out, as 0.000163 and not 1.63E-4. */
    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * Math.pow(10, DECIMALS)), DECIMALS).stripTrailingZeros();
    }
}
