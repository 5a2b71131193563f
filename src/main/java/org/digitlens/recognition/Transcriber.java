package org.digitlens.recognition;

import java.util.Locale;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.document.ArchiveReader;
import org.digitlens.document.DocumentReader;
import org.digitlens.web.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads numbers of any length, on every page of every file that is sent. One for all threads; keeps nothing. */
@ApplicationScoped
public class Transcriber {

    private ModelCatalogue catalogue;
    private DocumentReader documents;
    private ArchiveReader archives;
    private RecognitionMetrics metrics;
    private Turns turns;
    private Limits limits;

    /**
     * How much one request may ask for.
     *
     * @param fileBytes most bytes of one file
     * @param pages     most pages of all files
     * @param seconds   after which no further page is begun
     */
    record Limits(long fileBytes, int pages, int seconds) { }

    /** For proxies. */
    protected Transcriber() { }

    /**
     * @param maxFileBytes most bytes that one file may have
     * @param maxFiles     most pages of all files of one request
     * @param maxSeconds   longest time that reading the pages of one request may take, but for the one that is being read
     * @param maxWaiting   most pages that wait for their turn
     * @param pageSeconds  longest time that reading one page may take
     */
    @Inject
    public Transcriber(ModelCatalogue catalogue, DocumentReader documents, ArchiveReader archives, RecognitionMetrics metrics,
            @ConfigProperty(name = "digitlens.picture.max-bytes", defaultValue = "10000000") long maxFileBytes,
            @ConfigProperty(name = "digitlens.request.max-files", defaultValue = "100") int maxFiles,
            @ConfigProperty(name = "digitlens.request.max-reading-seconds", defaultValue = "60") int maxSeconds,
            @ConfigProperty(name = "digitlens.picture.max-waiting", defaultValue = "20") int maxWaiting,
            @ConfigProperty(name = "digitlens.picture.max-seconds", defaultValue = "10") int pageSeconds) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.archives = archives;
        this.metrics = metrics;
        this.turns = new Turns(Runtime.getRuntime().availableProcessors(), maxWaiting, pageSeconds);
        this.limits = new Limits(maxFileBytes, maxFiles, maxSeconds);
    }

    /**
     * Begins one request's work.
     *
     * @param digit  index of the one digit to explain; all if empty
     * @param locale language of the descriptions
     * @throws ProblemException when model, layer or label are not known
     */
    Transcription transcription(Question question, OptionalInt digit, Locale locale) {
        DigitClassifier classifier = question.classifier(catalogue);
        var pages = new PageReader(classifier, new Explainer(question, classifier.manifest(), locale), digit, documents, turns,
            metrics);
        return new Transcription(pages, archives, limits);
    }
}
