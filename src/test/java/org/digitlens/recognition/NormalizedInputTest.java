package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Locale;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.Models;
import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.imaging.PngEncoder;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.reading.NumberReader;
import org.digitlens.reading.Reading;
import org.digitlens.web.ProblemException;
import org.junit.jupiter.api.Test;

/** The way back from an answer's input to the answer. */
class NormalizedInputTest {

    private final PictureDecoder decoder = new PictureDecoder(1_000_000, 1_000_000);

    @Test
    void aDigitsInputGivesTheVerySameNumbers() {
        ModelCatalogue catalogue = Models.catalogue();
        var recognizer = new Recognizer(catalogue, decoder, new RecognitionMetrics());
        Reading reading = new NumberReader(catalogue.find("digits").orElseThrow()).read(decoder.decode(Numbers.png("0123456789")));
        assertEquals("0123456789", reading.text());
        for (Reading.Digit digit : reading.digits()) {
            Recognition again = recognizer.recognize(PngEncoder.encode(digit.input()), NormalizedInput::sign, Question.plain(), Locale.ENGLISH);
            assertArrayEquals(digit.prediction().probabilities(), again.prediction().probabilities(), digit.text());
            assertArrayEquals(digit.input().ink(), again.input().ink(), digit.text());
        }
    }

    @Test
    void aSinglePredictionsInputIsTakenAsItIs() {
        ModelCatalogue catalogue = Models.catalogue();
        var recognizer = new Recognizer(catalogue, decoder, new RecognitionMetrics());
        Recognition first = recognizer.recognize(InkPainter.canvas(280).png(Ink.seven()), Question.plain(), Locale.ENGLISH);
        byte[] input = PngEncoder.encode(first.input());
        Prediction again = recognizer.recognize(input, NormalizedInput::sign, Question.plain(), Locale.ENGLISH).prediction();
        assertArrayEquals(first.prediction().probabilities(), again.probabilities(), 1e-3, "but for the rounding of the input");
    }

    @Test
    void saysWhereTheInkLies() {
        GrayImage ink = GrayImage.blank(28, 28);
        ink.ink()[5 * 28 + 3] = 1;
        ink.ink()[9 * 28 + 20] = 0.5f;
        Sign sign = NormalizedInput.sign(decoder.decode(PngEncoder.encode(ink)));
        assertEquals(new Box(3, 5, 18, 5), sign.box().orElseThrow());
        assertFalse(sign.isBlank());
        assertTrue(NormalizedInput.sign(decoder.decode(PngEncoder.encode(GrayImage.blank(28, 28)))).isBlank());
    }

    @Test
    void refusesOtherSizesAndColours() {
        assertTrue(refused(InkPainter.canvas(29).png(Ink.one())).contains("29 x 29"));
        assertTrue(refused(InkPainter.canvas(28).withColours(Color.BLACK, Color.YELLOW).png(Ink.one())).contains("coloured"));
    }

    private String refused(byte[] png) {
        return assertThrows(ProblemException.class, () -> NormalizedInput.sign(decoder.decode(png))).getMessage();
    }
}
