package org.digitlens.reading;

import java.util.IdentityHashMap;
import java.util.Map;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.Piece;

/** Puts ink of one page before a model, each piece once, and only so much of it. */
final class Questions {

    /** More than this nobody writes on a page: some five hundred digits that all touch. */
    static final int MOST = 3000;

    private final DigitClassifier classifier;
    private final Deadline deadline;
    private final Map<Piece, Candidate> answers = new IdentityHashMap<>();
    private int asked;

    Questions(DigitClassifier classifier, Deadline deadline) {
        this.classifier = classifier;
        this.deadline = deadline;
    }

    /** @throws PictureException.TooSlow when the page's time is over */
    void checkTime() {
        deadline.check();
    }

    /**
     * What the model makes of a piece of ink.
     *
     * @throws PictureException.TooLarge when it has been asked too much already
     */
    Candidate ask(Piece piece) {
        Candidate known = answers.get(piece);
        if (known == null) {
            known = ask(piece.glyph());
            answers.put(piece, known);
        }
        return known;
    }

    /** What the model makes of a glyph. */
    Candidate ask(Glyph glyph) {
        checkTime();
        if (++asked > MOST) {
            throw new PictureException.TooLarge("The picture's marks would have to be looked at in more than " + MOST
                + " combinations to tell its signs apart; expected a page of numbers.");
        }
        return Candidate.of(glyph, classifier);
    }
}
