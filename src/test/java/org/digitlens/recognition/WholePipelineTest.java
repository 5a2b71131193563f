package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import jakarta.json.JsonObject;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.Models;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Every picture of the MNIST test set as a PNG file through the path that an upload takes, against what the shipped
 * model's manifest claims. Needs the two test files of MNIST in the folder that the system property {@code digitlens.mnist}
 * names, by default {@code ../shared/data/mnist}.
 */
@EnabledIf(value = "mnistIsThere", disabledReason = "the MNIST test files are not there: name their folder by -Ddigitlens.mnist=DIR"
    + " (t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz, see training/README.md)")
class WholePipelineTest {

    private static final Path MNIST = Path.of(System.getProperty("digitlens.mnist", "../shared/data/mnist"));
    private static final int IMAGES = 10_000;

    static boolean mnistIsThere() {
        return Files.isReadable(MNIST.resolve("t10k-images-idx3-ubyte.gz")) && Files.isReadable(MNIST.resolve("t10k-labels-idx1-ubyte.gz"));
    }

    @Test
    void isAsAccurateAsTheManifestClaims() throws IOException {
        byte[] images = unpacked("t10k-images-idx3-ubyte.gz");
        byte[] labels = unpacked("t10k-labels-idx1-ubyte.gz");
        ModelCatalogue catalogue = Models.catalogue();
        var recognizer = new Recognizer(catalogue, new PictureDecoder(1_000_000, 1_000_000), new RecognitionMetrics());
        long right = IntStream.range(0, IMAGES).parallel().filter(i -> {
            Recognition recognition = recognizer.recognize(png(images, i), Question.plain(), Locale.ENGLISH);
            return recognition.prediction().label().equals(Optional.of(Integer.toString(labels[8 + i])));
        }).count();
        JsonObject measured = catalogue.find("digits").orElseThrow().manifest().json().getJsonObject("measured");
        double claimed = measured.getJsonNumber("accuracy").doubleValue();
        assertTrue(claimed >= 0.996, "the manifest claims " + claimed);
        assertEquals(claimed, (double) right / IMAGES, 0.0005, "right through the whole pipeline: " + right);
    }

    private static byte[] png(byte[] images, int index) {
        var image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 28 * 28; i++) {
            image.getRaster().setSample(i % 28, i / 28, 0, images[16 + index * 28 * 28 + i] & 255);
        }
        return InkPainter.encode(image, "png");
    }

    private static byte[] unpacked(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(MNIST.resolve(file)))) {
            return in.readAllBytes();
        }
    }
}
