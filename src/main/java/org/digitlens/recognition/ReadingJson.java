package org.digitlens.recognition;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import jakarta.json.stream.JsonGenerator;

import org.digitlens.reading.Reading;

/** Readings as the API answers them: an object for one page, with its file and page in front where there are several. */
final class ReadingJson {

    private ReadingJson() { }

    static String of(Transcript transcript) {
        var out = new StringWriter(8192);
        try (JsonGenerator json = RecognitionJson.GENERATORS.createGenerator(out)) {
            json.writeStartObject();
            write(json, transcript);
            json.writeEnd();
        }
        return out.toString();
    }

    static String of(PageResult result) {
        var out = new StringWriter(8192);
        try (JsonGenerator json = RecognitionJson.GENERATORS.createGenerator(out)) {
            json.writeStartObject().write("file", result.file());
            result.page().ifPresent(page -> json.write("page", page)
                .write("milliseconds", BigDecimal.valueOf(result.nanos() / 10_000, 2)));
            result.transcript().ifPresent(transcript -> write(json, transcript));
            result.problem().ifPresent(problem -> json.write("problem", problem.document()));
            json.writeEnd();
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Transcript transcript) {
        Reading reading = transcript.reading();
        json.write("model", reading.model()).write("text", reading.text())
            .write("confidence", RecognitionJson.rounded(reading.confidence())).writeStartArray("lines");
        reading.lines().forEach(json::write);
        json.writeEnd();
        if (reading.digits().isEmpty()) {
            json.write("reason", "blank");
        }
        json.write("width", transcript.width()).write("height", transcript.height()).writeStartArray("digits");
        List<Reading.Digit> digits = reading.digits();
        for (int i = 0; i < digits.size(); i++) {
            json.writeStartObject();
            write(json, digits.get(i));
            RecognitionJson.write(json, transcript.explanations().getOrDefault(i, Map.of()));
            json.writeEnd();
        }
        json.writeEnd().writeStartArray("marks");
        for (Reading.Mark mark : reading.marks()) {
            json.writeStartObject().write("text", mark.text()).write("line", mark.line()).write("position", mark.position());
            RecognitionJson.write(json, mark.box());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void write(JsonGenerator json, Reading.Digit digit) {
        json.write("text", digit.text());
        RecognitionJson.write(json, digit.prediction());
        json.write("line", digit.line()).write("position", digit.position());
        RecognitionJson.write(json, digit.box());
        RecognitionJson.write(json, digit.input());
    }
}
