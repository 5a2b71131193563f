package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelVariant;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of older applications, where the operator has chosen another default model. */
class CompatResourceTest {

    private static final byte[] SEVEN = InkPainter.canvas(280).withPen(22).png(Ink.seven());

    @TempDir
    private Path models;

    @Test
    void theChartOfAModelWithoutConvolutionsIsEmpty() {
        JsonObject answer = process(ModelVariant.named("flat").withoutMaps());
        assertEquals("7", answer.getString("data"));
        assertFalse(answer.getString("probencoded").isEmpty());
        assertEquals("", answer.getString("interpretencoded"));
    }

    @Test
    void ofAModelWithConvolutionsThereAreBothCharts() {
        JsonObject answer = process(ModelVariant.named("deep"));
        assertFalse(answer.getString("probencoded").isEmpty());
        assertFalse(answer.getString("interpretencoded").isEmpty());
    }

    private JsonObject process(ModelVariant model) {
        model.writeTo(models);
        var catalogue = new ModelCatalogue(model.name(), Optional.empty());
        catalogue.load(models);
        var recognizer = new Recognizer(catalogue, new PictureDecoder(1_000_000, 1_000_000), new RecognitionMetrics());
        String answer = new CompatResource(recognizer, catalogue).process(ApiClient.dataUrl(SEVEN));
        catalogue.all().forEach(classifier -> classifier.close());
        return Json.createReader(new StringReader(answer)).readObject();
    }
}
