package org.digitlens.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.digitlens.imaging.GrayImage;
import org.digitlens.ink.Hand;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;

/**
 * Numbers of 2 to 7 digits that were composed, and so are known: the same ones for the same hand, conditions and seed.
 *
 * @param spacing how the digits stand
 * @param surface what they were written on, and how they became a file
 */
public record NumberSet(Spacing spacing, Surface surface) {

    /** What numbers are written on. */
    public enum Surface { CLEAN, PHOTOGRAPHED, RULED }

    /** A number and a picture's file that shows it. */
    public record Specimen(String text, byte[] file) { }

    /** So many numbers, written by a hand. */
    public List<Specimen> write(Hand hand, int count, long seed) {
        var random = new Random(seed);
        var composer = new NumberComposer(hand, random);
        var studio = new PhotoStudio(random);
        var specimens = new ArrayList<Specimen>();
        for (int i = 0; i < count; i++) {
            String text = composer.number(2 + i % 6);
            double height = 44 + random.nextInt(70);
            GrayImage ink = composer.write(text, spacing, height);
            specimens.add(new Specimen(text, switch (surface) {
                case CLEAN -> PhotoStudio.clean(ink);
                case PHOTOGRAPHED -> studio.photographed(ink);
                case RULED -> studio.ruled(ink, height);
            }));
        }
        return specimens;
    }

    @Override
    public String toString() {
        return surface.name().toLowerCase() + ", " + spacing.name().toLowerCase();
    }
}
