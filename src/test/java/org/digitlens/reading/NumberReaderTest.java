package org.digitlens.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.Models;
import org.digitlens.classifier.Rejection;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.decoding.PictureException;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Segmenter;
import org.digitlens.ink.Hand;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers written with strokes of our own, by the shipped default model. */
class NumberReaderTest {

    private static final DigitClassifier DIGITS = Models.catalogue().find("digits").orElseThrow();
    private static final double PEN = 6;

    private static Reading read(Sheet sheet) {
        return new NumberReader(DIGITS).read(sheet.picture());
    }

    private static Sheet sheet() {
        return new Sheet(400, 120, PEN);
    }

    static List<Ink> digits() {
        return Ink.all();
    }

    @Test
    void readsDigitsThatStandApart() {
        Reading reading = read(sheet().write("40712", 20, 30, 60, 70, 0));
        assertEquals("40712", reading.text());
        assertEquals(List.of("40712"), reading.lines());
        assertEquals(List.of(0, 1, 2, 3, 4), reading.digits().stream().map(Reading.Digit::position).toList());
        assertTrue(reading.marks().isEmpty());
        assertTrue(reading.confidence() > 0.95);
    }

    @Test
    void boxesLieAroundTheirDigits() {
        Reading reading = read(sheet().write("38", 20, 30, 60, 100, 0));
        Box three = reading.digits().get(0).box();
        Box eight = reading.digits().get(1).box();
        assertTrue(three.x() >= 20 && three.right() <= 85, three::toString);
        assertTrue(eight.x() >= 125 && eight.right() <= 185, eight::toString);
        assertTrue(three.y() >= 25 && three.bottom() <= 95, three::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "23", "35", "80", "06", "25", "32"})
    void readsDigitsThatTouch(String digits) {
        assertEquals(digits, read(sheet().write(digits, 40, 30, 60, digits.startsWith("0") ? 51 : 44, 0)).text());
    }

    @Test
    void readsABrokenFive() {
        Ink five = new Ink("5", "broken", List.of(Ink.of(5).strokes().get(1), Ink.of(5).strokes().get(2)));
        Reading reading = read(sheet().write(Ink.of(3), 20, 30, 60).write(five, 100, 30, 60).line(125, 24, 150, 22)
            .write(Ink.of(7), 180, 30, 60));
        assertEquals("357", reading.text());
        assertEquals(21, reading.digits().get(1).box().y(), 3);
    }

    @Test
    void readsLinesFromAboveEachFromTheLeft() {
        Reading reading = read(new Sheet(400, 300, PEN).write("7204", 30, 30, 60, 75, 0).write("91", 60, 180, 60, 75, 0));
        assertEquals(List.of("7204", "91"), reading.lines());
        assertEquals("7204\n91", reading.text());
        assertEquals(List.of(0, 0, 0, 0, 1, 1), reading.digits().stream().map(Reading.Digit::line).toList());
        assertEquals(1, reading.digits().get(5).position());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-15, -6, 6, 15})
    void followsSlantedBaselines(double degrees) {
        double fall = Math.tan(Math.toRadians(degrees)) * 80;
        Reading reading = read(new Sheet(640, 500, PEN).write("3620587", 30, 130 - 3 * fall, 60, 80, fall)
            .write("491", 60, 270 - 3 * fall, 60, 80, fall));
        assertEquals(List.of("3620587", "491"), reading.lines());
    }

    @Test
    void followsCurvedBaselines() {
        var sheet = new Sheet(640, 300, PEN);
        String digits = "3620587";
        for (int i = 0; i < digits.length(); i++) {
            sheet.write(Ink.of(digits.charAt(i) - '0'), 30 + 80 * i, 40 + 5 * (i - 3) * (i - 3), 60);
        }
        assertEquals("3620587", read(sheet).text());
    }

    @Test
    void readsDigitsOfDifferentSizes() {
        assertEquals("2584", read(new Sheet(500, 160, PEN).write(Ink.of(2), 20, 30, 100).write(Ink.of(5), 150, 60, 65)
            .write(Ink.of(8), 240, 40, 85).write(Ink.of(4), 350, 60, 65)).text());
    }

    @Test
    void readsALineOfSmallDigitsBelowOneOfLarge() {
        assertEquals(List.of("28", "4071"), read(new Sheet(500, 260, PEN).write("28", 40, 30, 120, 150, 0)
            .write("4071", 60, 190, 50, 70, 0)).lines());
    }

    @Test
    void writesAMinusSignBeforeADigit() {
        Reading reading = read(sheet().line(30, 60, 60, 60).write("27", 85, 30, 60, 70, 0));
        assertEquals("-27", reading.text());
        assertEquals("-", reading.marks().get(0).text());
        assertEquals(0, reading.marks().get(0).position());
        assertEquals(1, reading.digits().get(0).position());
        assertTrue(reading.marks().get(0).box().width() > 25);
    }

    @Test
    void writesPointsBetweenBeforeAndAfterDigits() {
        assertEquals("2.75", read(sheet().write(Ink.of(2), 20, 30, 60).dot(97, 86).write("75", 110, 30, 60, 75, 0)).text());
        assertEquals(".83", read(sheet().dot(40, 86).write("83", 60, 30, 60, 75, 0)).text());
        assertEquals("83.", read(sheet().write("83", 60, 30, 60, 75, 0).dot(212, 86)).text());
        assertEquals("-4.5", read(sheet().line(20, 60, 48, 60).write(Ink.of(4), 70, 30, 60).dot(143, 86).write(Ink.of(5), 160, 30, 60)).text());
    }

    @Test
    void writesACommaAsAPoint() {
        Reading reading = read(sheet().write(Ink.of(6), 20, 30, 60).line(95, 86, 89, 100).write(Ink.of(3), 115, 30, 60));
        assertEquals("6.3", reading.text());
    }

    @Test
    void aDotOrBarElsewhereIsNoMark() {
        assertFalse(read(sheet().write(Ink.of(2), 20, 30, 60).dot(97, 40).write(Ink.of(7), 115, 30, 60)).text().contains("."));
        assertFalse(read(sheet().line(30, 32, 60, 32).write("27", 85, 30, 60, 70, 0)).text().contains("-"));
    }

    @Test
    void ignoresDirt() {
        Reading reading = read(sheet().write("519", 40, 30, 60, 90, 0).dot(10, 10, 2).dot(390, 100, 3).dot(200, 15, 2)
            .dot(125, 60, 2));
        assertEquals("519", reading.text());
    }

    @ParameterizedTest
    @MethodSource("digits")
    void readsASingleDigitAsTheSingleSignWayDoes(Ink ink) {
        for (double pen : new double[] {6, 12, 24}) {
            Sheet sheet = new Sheet(200, 200, pen).write(ink, 40, 40, 120);
            GrayImage input = MnistNormalizer.normalize(Segmenter.single(InkExtractor.extract(sheet.picture())).orElseThrow());
            boolean known = DIGITS.predict(input).recognized();
            Reading reading = read(sheet);
            assertEquals(known ? ink.label() : "?", reading.text(), ink + " by a pen of " + pen);
            assertArrayEquals(input.ink(), reading.digits().get(0).input().ink(), 0.002f);
        }
    }

    /** Some are made of what may be digits: a V of two strokes, a zigzag of four. */
    @Test
    void doesNotReadWhatIsNoDigit() {
        List<Ink> read = Ink.marks().stream()
            .filter(ink -> !read(new Sheet(200, 200, 12).write(ink, 40, 40, 120)).text().contains("?")).toList();
        assertTrue(read.size() <= 4, read::toString);
    }

    @Test
    void marksWhatIsNoDigitWithinANumber() {
        var read = new ArrayList<String>();
        for (Ink ink : Ink.marks()) {
            String text = read(sheet().write(Ink.of(3), 40, 30, 60).write(ink, 130, 30, 60).write(Ink.of(2), 220, 30, 60)).text();
            if (!text.startsWith("3") || !text.endsWith("2") || !text.contains("?")) {
                read.add(ink + " as " + text);
            }
        }
        assertTrue(read.size() <= 4, read::toString);
    }

    @Test
    void aBlankPageHasNoLines() {
        Reading reading = read(sheet());
        assertEquals(List.of(), reading.lines());
        assertEquals("", reading.text());
        assertEquals(0, reading.confidence());
    }

    @Test
    void aLoneDotOrPatchIsNoDigit() {
        Reading dot = read(new Sheet(200, 200, 8).dot(100, 100));
        assertEquals("?", dot.text());
        assertEquals(Optional.of(Rejection.SPECK), dot.digits().get(0).prediction().rejection());
        Reading patch = read(new Sheet(200, 200, 8).dot(100, 100, 120));
        assertEquals("?", patch.text());
        assertEquals(Optional.of(Rejection.SOLID), patch.digits().get(0).prediction().rejection());
    }

    @Test
    void boxesAreInPixelsOfTheFile() {
        var sheet = sheet().write("38", 20, 30, 60, 100, 0);
        var page = sheet.picture();
        Reading whole = new NumberReader(DIGITS).read(page);
        Reading reduced = new NumberReader(DIGITS).read(new Picture(page.width(), page.height(), page.rgb(), 3));
        assertEquals(whole.digits().get(1).box().times(3), reduced.digits().get(1).box());
    }

    @Test
    void refusesPatterns() {
        var sheet = new Sheet(1300, 1300, 6);
        for (int i = 0; i < 50 * 50; i++) {
            sheet.line(26 * (i % 50) + 8, 26 * (i / 50) + 6, 26 * (i % 50) + 12 + i % 7, 26 * (i / 50) + 18);
        }
        var refused = assertThrows(PictureException.TooLarge.class, () -> read(sheet));
        assertTrue(refused.getMessage().contains("2500 separate marks"), refused::getMessage);
    }

    @Test
    void inputsHave256Levels() {
        for (Reading.Digit digit : read(sheet().write("40712", 20, 30, 60, 70, 0)).digits()) {
            assertArrayEquals(digit.input().quantized().ink(), digit.input().ink());
        }
    }

    @Test
    void readsThePointInALargePhoto() {
        var random = new Random(1);
        var composer = new NumberComposer(Hand.strokes(), random);
        GrayImage sheet = GrayImage.blank(1600, 1200);
        put(composer.write("98", Spacing.APART, 130), sheet, 300, 500);
        GrayImage rest = composer.write("06", Spacing.APART, 130);
        put(rest, sheet, 700, 500);
        int feet = 500 + 65 + 150;
        for (int y = 0; y < 13; y++) {
            Arrays.fill(sheet.ink(), (feet - y) * 1600 + 650, (feet - y) * 1600 + 663, 1);
        }
        byte[] photo = new PhotoStudio(random).photographed(sheet);
        assertEquals("98.06", new NumberReader(DIGITS).read(new PictureDecoder(25_000_000, 50_000_000).decode(photo)).text());
    }

    private static void put(GrayImage ink, GrayImage sheet, int left, int top) {
        for (int y = 0; y < ink.height(); y++) {
            System.arraycopy(ink.ink(), y * ink.width(), sheet.ink(), (top + y) * sheet.width() + left, ink.width());
        }
    }
}
