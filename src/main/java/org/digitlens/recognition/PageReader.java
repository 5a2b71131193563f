package org.digitlens.recognition;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.ws.rs.core.Response.Status;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Inference;
import org.digitlens.document.DocumentReader;
import org.digitlens.document.PictureDocument;
import org.digitlens.imaging.Picture;
import org.digitlens.reading.NumberReader;
import org.digitlens.reading.Reading;
import org.digitlens.recognition.Recognition.Illustration;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Opens one request's files and reads their pages by one model, with the explanations that it asks for. */
final class PageReader {

    /** Most digits of a page that are explained at once. */
    static final int MOST_EXPLAINED = 12;

    /** Most digits that are explained in one request. */
    static final int MOST_EXPLAINED_IN_ALL = 120;

    private final DigitClassifier classifier;
    private final Explainer explainer;
    private final OptionalInt digit;
    private final DocumentReader documents;
    private final Turns turns;
    private final RecognitionMetrics metrics;
    private int explained;

    /** @param digit index of the one digit to explain; all if empty */
    PageReader(DigitClassifier classifier, Explainer explainer, OptionalInt digit, DocumentReader documents, Turns turns,
            RecognitionMetrics metrics) {
        this.classifier = classifier;
        this.explainer = explainer;
        this.digit = digit;
        this.documents = documents;
        this.turns = turns;
        this.metrics = metrics;
    }

    /**
     * Opens a file.
     *
     * @throws org.digitlens.decoding.PictureException when it cannot be read
     */
    PictureDocument open(byte[] file) {
        return metrics.opened(classifier.manifest().name(), () -> documents.open(file));
    }

    /**
     * Reads a page.
     *
     * @param page decodes it
     * @throws ProblemException when there are too many digits to explain, or there is no such digit
     * @throws org.digitlens.decoding.PictureException when it cannot be decoded
     */
    Transcript read(Supplier<Picture> page) {
        return metrics.transcribed(classifier.manifest().name(), () -> {
            Picture picture = page.get();
            Reading reading = turns.read(picture, deadline -> new NumberReader(classifier).read(picture, deadline));
            return new Transcript(reading, picture.width() * picture.reduction(), picture.height() * picture.reduction(),
                explainer.isIdle() ? Map.of() : explanations(reading));
        });
    }

    private Map<Integer, Map<Explanation, Illustration>> explanations(Reading reading) {
        int count = reading.digits().size();
        if (digit.isPresent() && digit.getAsInt() >= count) {
            throw wrong("digit", "Found " + digit.getAsInt() + "; the picture has "
                + (count == 0 ? "no digits." : count + " digits; expected 0 to " + (count - 1) + "."));
        }
        if (digit.isEmpty() && count > MOST_EXPLAINED) {
            throw wrong("explain", "The picture has " + count + " digits; expected at most " + MOST_EXPLAINED
                + " to explain at once. Ask for one of them by ?digit=, 0 to " + (count - 1) + ".");
        }
        int from = digit.orElse(0);
        int to = digit.isPresent() ? from + 1 : count;
        explained += to - from;
        if (explained > MOST_EXPLAINED_IN_ALL) {
            throw wrong("explain", "Found more than " + MOST_EXPLAINED_IN_ALL
                + " digits to explain in one request; expected at most so many. Ask for fewer pictures at once.");
        }
        var explanations = new TreeMap<Integer, Map<Explanation, Illustration>>();
        IntStream.range(from, to).forEach(index -> explanations.put(index, explained(reading.digits().get(index))));
        return explanations;
    }

    private Map<Explanation, Illustration> explained(Reading.Digit sign) {
        Inference inference = classifier.infer(sign.input(), explainer.outputs());
        return explainer.explain(inference, sign.input());
    }

    private static ProblemException wrong(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.BAD_REQUEST, field, detail));
    }
}
