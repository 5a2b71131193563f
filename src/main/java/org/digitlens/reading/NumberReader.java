package org.digitlens.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Rejection;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Piece;
import org.digitlens.imaging.Segmenter;

/** Reads the numbers on a page with one model. Safe for use by many threads. */
public final class NumberReader {

    /** A piece with less ink than this share of a dot as wide as the pen is dust. */
    private static final double DUST = 0.3;

    /** More pieces than this are a pattern. */
    private static final int MOST_PIECES = 2000;

    /** A sign is at most this many times as wide as tall. */
    private static final double WIDEST_SIGN = 1.3;

    /** As long may reading one page take, in seconds, where nobody says otherwise. */
    private static final int SECONDS = 10;

    private final DigitClassifier classifier;

    public NumberReader(DigitClassifier classifier) {
        this.classifier = classifier;
    }

    /** What is written on a page, as {@link #read(Picture, Deadline)} says, within {@value #SECONDS} seconds. */
    public Reading read(Picture page) {
        return read(page, Deadline.in(SECONDS));
    }

    /**
     * What is written on a page.
     *
     * @throws PictureException.TooLarge when there are more marks than anybody writes, such as a pattern's
     * @throws PictureException.TooSlow  when that takes too long
     */
    public Reading read(Picture page, Deadline deadline) {
        GrayImage ink = InkExtractor.extract(page);
        var questions = new Questions(classifier, deadline);
        var written = new ArrayList<WrittenLine>();
        for (TextLine line : TextLineFinder.lines(withoutDust(Segmenter.pieces(ink)))) {
            WrittenLine.read(line, questions).ifPresent(written::add);
        }
        Optional<Candidate> lone = lone(page, ink, written, questions);
        return WrittenLine.reading(classifier.manifest().name(), lone.map(sign -> List.of(WrittenLine.of(sign))).orElse(written),
            page.reduction());
    }

    private static List<Piece> withoutDust(List<Piece> pieces) {
        double mass = pieces.stream().mapToDouble(Piece::mass).sum();
        double pen = pieces.stream().mapToDouble(piece -> piece.mass() * piece.pen()).sum() / mass;
        List<Piece> kept = pieces.stream().filter(piece -> piece.mass() >= DUST * pen * pen).toList();
        if (kept.size() > MOST_PIECES) {
            throw new PictureException.TooLarge("The picture has " + kept.size() + " separate marks; expected a page of numbers, at most "
                + MOST_PIECES + ".");
        }
        return kept;
    }

    /**
     * Everything on the page taken as one sign, as a drawing of a single digit is: when there seems to be no other sign, or when
     * the model is sure of this one, but not of its parts.
     */
    private static Optional<Candidate> lone(Picture page, GrayImage ink, List<WrittenLine> written, Questions questions) {
        List<Candidate> signs = written.stream().flatMap(line -> line.signs().stream()).toList();
        boolean several = signs.size() > 1 || written.stream().anyMatch(line -> !line.marks().isEmpty());
        if (several && signs.stream().allMatch(Candidate::isSure)) {
            return Optional.empty();
        }
        return Segmenter.single(ink).filter(glyph -> !several || glyph.box().width() <= WIDEST_SIGN * glyph.box().height())
            .map(glyph -> judged(glyph, page, questions)).filter(sign -> !several || sign.isSure() || signs.stream().noneMatch(Candidate::isSure));
    }

    private static Candidate judged(Glyph glyph, Picture page, Questions questions) {
        Candidate sign = questions.ask(glyph);
        return glyph.isSpeck(page.width(), page.height()) ? sign.rejected(Rejection.SPECK) : sign;
    }
}
