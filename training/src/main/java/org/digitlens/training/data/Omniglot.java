package org.digitlens.training.data;

import java.util.Set;

/**
 * What is known of the four alphabets of Omniglot (Lake et al., 2015) that serve as characters which are no digits: a zip
 * with entries such as {@code Greek/character05/0398_01.png}. Half of the alphabets teach doubt, the others, whole, tell
 * whether it was learned.
 */
public final class Omniglot {
    /** Alphabets that nothing is learned from: the nearest to Latin letters, and the one with the most curls. */
    public static final Set<String> HELD_BACK = Set.of("Balinese", "Greek");

    /**
     * Characters that anyone would read as a digit. Who teaches that they are none, teaches to doubt digits: 1, 7, 2, 0 and
     * a crossed 7 in Korean; 9, 1, 4, 4, 1, 6, 4, 9, 0, 7 and 4 in Aramaic; 8, 1, 0 and 6 in Greek.
     */
    private static final Set<String> LOOK_ALIKES = Set.of(
            "Korean/character21", "Korean/character22", "Korean/character27", "Korean/character33", "Korean/character37",
            "Early_Aramaic/character02", "Early_Aramaic/character03", "Early_Aramaic/character04",
            "Early_Aramaic/character06", "Early_Aramaic/character07", "Early_Aramaic/character12",
            "Early_Aramaic/character13", "Early_Aramaic/character14", "Early_Aramaic/character16",
            "Early_Aramaic/character17", "Early_Aramaic/character20",
            "Greek/character04", "Greek/character09", "Greek/character15", "Greek/character18");

    private Omniglot() {}

    /** The alphabet of a zip's entry: its first folder; empty when it lies in none. */
    public static String alphabet(String entry) {
        return entry.substring(0, Math.max(0, entry.indexOf('/')));
    }

    /** Whether a zip's entry looks like a digit to anyone. */
    public static boolean looksLikeADigit(String entry) {
        return LOOK_ALIKES.contains(entry.substring(0, Math.max(0, entry.lastIndexOf('/'))));
    }

    /** Whether a zip's entry may be learned as no digit. Of other zips, that is every entry. */
    public static boolean mayBeLearned(String entry) {
        return !HELD_BACK.contains(alphabet(entry)) && !looksLikeADigit(entry);
    }
}
