package org.digitlens.recognition;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;

import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.PngEncoder;
import org.digitlens.recognition.Recognition.Illustration;

/** A recognition as the API answers it. */
final class RecognitionJson {

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(null);
    private static final int DECIMALS = 6;

    private RecognitionJson() { }

    static String of(Recognition recognition) {
        Prediction prediction = recognition.prediction();
        var out = new StringWriter(4096);
        try (JsonGenerator json = GENERATORS.createGenerator(out)) {
            json.writeStartObject().write("model", prediction.model());
            prediction.label().ifPresentOrElse(label -> json.write("label", label), () -> json.writeNull("label"));
            prediction.digit().ifPresentOrElse(digit -> json.write("digit", digit), () -> json.writeNull("digit"));
            json.write("confidence", rounded(prediction.confidence())).write("recognized", prediction.recognized());
            prediction.rejection().ifPresent(reason -> json.write("reason", reason.name().toLowerCase(Locale.ROOT)));
            json.writeStartArray("probabilities");
            for (double probability : prediction.probabilities()) {
                json.write(rounded(probability));
            }
            json.writeEnd();
            recognition.box().ifPresentOrElse(box -> write(json, box), () -> json.writeNull("box"));
            json.write("input", DataUrl.ofPng(PngEncoder.encode(recognition.input())));
            write(json, recognition.explanations());
            json.writeEnd();
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Box box) {
        json.writeStartObject("box").write("x", box.x()).write("y", box.y()).write("width", box.width())
            .write("height", box.height()).writeEnd();
    }

    private static void write(JsonGenerator json, Map<Explanation, Illustration> explanations) {
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
    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * Math.pow(10, DECIMALS)), DECIMALS).stripTrailingZeros();
    }
}
