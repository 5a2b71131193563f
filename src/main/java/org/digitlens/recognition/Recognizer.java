package org.digitlens.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Inference;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.Prediction;
import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/**
 * Reads one sign in a picture: by one model, with whatever explanations are asked for, or by all. One for all threads; keeps
 * nothing.
 */
@ApplicationScoped
public class Recognizer {

    private ModelCatalogue catalogue;
    private PictureDecoder decoder;
    private RecognitionMetrics metrics;

    /** For proxies. */
    protected Recognizer() { }

    @Inject
    public Recognizer(ModelCatalogue catalogue, PictureDecoder decoder, RecognitionMetrics metrics) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.metrics = metrics;
    }

    /**
     * Reads the sign in a picture's file.
     *
     * @param locale language of the descriptions
     * @throws ProblemException when model, layer or label are not known
     * @throws org.digitlens.decoding.PictureException when the file cannot be read
     */
    public Recognition recognize(byte[] file, Question question, Locale locale) {
        return recognize(file, Sign::in, question, locale);
    }

    /**
     * Reads the sign that is found in a picture's file in some way.
     *
     * @param locale language of the descriptions
     * @throws ProblemException when model, layer or label are not known
     * @throws org.digitlens.decoding.PictureException when the file cannot be read
     */
    Recognition recognize(byte[] file, Function<Picture, Sign> way, Question question, Locale locale) {
        DigitClassifier classifier = question.classifier(catalogue);
        var explainer = new Explainer(question, classifier.manifest(), locale);
        return metrics.measured(classifier.manifest().name(), () -> recognize(way.apply(decoder.decode(file)), classifier, explainer));
    }

    private static Recognition recognize(Sign sign, DigitClassifier classifier, Explainer explainer) {
        if (sign.isBlank()) {
            return new Recognition(Prediction.blank(classifier.manifest()), sign.box(), sign.input(), Map.of());
        }
        Inference inference = classifier.infer(sign.input(), explainer.outputs());
        return new Recognition(sign.judged(inference.prediction()), sign.box(), sign.input(), explainer.explain(inference, sign.input()));
    }

    /**
     * Asks all models about the sign in a picture's file, one after another.
     *
     * @throws ProblemException when there is no model
     * @throws org.digitlens.decoding.PictureException when the file cannot be read
     */
    public Comparison compare(byte[] file) {
        List<DigitClassifier> models = catalogue.all();
        if (models.isEmpty()) {
            throw new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE, "No model is loaded; /health/ready says why."));
        }
        return metrics.compared(() -> {
            Sign sign = Sign.in(decoder.decode(file));
            return Comparison.of(sign, models.stream().map(model -> answer(model, sign)).toList());
        });
    }

    private static Comparison.Answer answer(DigitClassifier model, Sign sign) {
        if (sign.isBlank()) {
            return new Comparison.Answer(model.manifest().title(), Prediction.blank(model.manifest()), 0);
        }
        long start = System.nanoTime();
        Prediction prediction = model.predict(sign.input());
        return new Comparison.Answer(model.manifest().title(), sign.judged(prediction), (System.nanoTime() - start) / 1000);
    }
}
