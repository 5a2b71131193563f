package org.digitlens.recognition;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Inference;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.Prediction;
import org.digitlens.classifier.Rejection;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.PictureDecoder;
import org.digitlens.imaging.Segmenter;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads one sign in a picture, with whatever explanations are asked for. One for all threads; keeps nothing. */
@ApplicationScoped
public class Recognizer {

    private ModelCatalogue catalogue;
    private PictureDecoder decoder;
    private RecognitionMetrics metrics;

    /** For proxies. */
    protected Recognizer() { }

    /**
     * @param maxPixels       most pixels that a picture may have
     * @param maxPixelsAtOnce most pixels of all pictures that are being read at one moment
     */
    @Inject
    public Recognizer(ModelCatalogue catalogue, RecognitionMetrics metrics,
            @ConfigProperty(name = "digitlens.picture.max-pixels", defaultValue = "25000000") long maxPixels,
            @ConfigProperty(name = "digitlens.picture.max-pixels-at-once", defaultValue = "50000000") long maxPixelsAtOnce) {
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.decoder = new PictureDecoder(maxPixels, maxPixelsAtOnce);
    }

    /**
     * Reads the sign in a picture's file.
     *
     * @param locale language of the descriptions
     * @throws ProblemException when model, layer or label are not known
     * @throws org.digitlens.imaging.PictureException when the file cannot be read
     */
    public Recognition recognize(byte[] file, Question question, Locale locale) {
        DigitClassifier classifier = classifier(question);
        var explainer = new Explainer(question, classifier.manifest(), locale);
        return metrics.measured(classifier.manifest().name(), () -> recognize(decoder.decode(file), classifier, explainer));
    }

    private DigitClassifier classifier(Question question) {
        String name = question.model().orElse(catalogue.defaultName());
        return catalogue.find(name).orElseThrow(() -> new ProblemException(question.model().isEmpty()
            ? Problem.of(Status.SERVICE_UNAVAILABLE, "The model " + name + " is not loaded; /health/ready says why.")
            : unknownModel(name)));
    }

    /** The problem of a name that no model has. */
    Problem unknownModel(String name) {
        return Problem.ofField(Status.NOT_FOUND, "model", "There is no model " + name + "; expected one of "
            + String.join(", ", catalogue.names()) + ".");
    }

    private static Recognition recognize(Picture picture, DigitClassifier classifier, Explainer explainer) {
        Optional<Glyph> found = Segmenter.single(InkExtractor.extract(picture));
        if (found.isEmpty()) {
            return new Recognition(Prediction.blank(classifier.manifest()), Optional.empty(),
                GrayImage.blank(MnistNormalizer.SIDE, MnistNormalizer.SIDE), Map.of());
        }
        Glyph glyph = found.get();
        GrayImage input = MnistNormalizer.normalize(glyph);
        Inference inference = classifier.infer(input, explainer.outputs());
        return new Recognition(judged(inference.prediction(), glyph, picture),
            Optional.of(glyph.box().times(picture.reduction())), input, explainer.explain(inference, input));
    }

    /** What the shape alone rules out, whatever the model says. */
    private static Prediction judged(Prediction prediction, Glyph glyph, Picture picture) {
        if (glyph.isSpeck(picture.width(), picture.height())) {
            return prediction.rejected(Rejection.SPECK);
        }
        return glyph.isSolid() ? prediction.rejected(Rejection.SOLID) : prediction;
    }
}
