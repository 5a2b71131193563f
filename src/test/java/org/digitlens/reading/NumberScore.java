package org.digitlens.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.digitlens.decoding.PictureDecoder;
import org.digitlens.reading.NumberSet.Specimen;

/**
 * How well numbers are read.
 *
 * @param numbers   how many there were
 * @param exact     how many were read without any mistake
 * @param digits    how many digits there were
 * @param right     how many of these were read right, in the cheapest alignment of what was read with what was written
 * @param falseOnes signs that were read where none were written, in the same alignment
 * @param wrong     what was misread
 */
public record NumberScore(int numbers, int exact, int digits, int right, int falseOnes, List<Misread> wrong) {

    /** @param sure whether every sign was recognised, so that nobody was warned */
    public record Misread(int index, String written, String read, boolean sure) { }

    /** Reads all specimens, as an upload is read. */
    public static NumberScore of(List<Specimen> specimens, NumberReader reader) {
        var decoder = new PictureDecoder(25_000_000, 50_000_000);
        int digits = 0;
        int right = 0;
        int falseOnes = 0;
        var wrong = new ArrayList<Misread>();
        for (int i = 0; i < specimens.size(); i++) {
            Specimen specimen = specimens.get(i);
            String read = reader.read(decoder.decode(specimen.file())).text();
            digits += specimen.text().length();
            int[] alignment = align(specimen.text(), read);
            right += alignment[0];
            falseOnes += alignment[1];
            if (!read.equals(specimen.text())) {
                wrong.add(new Misread(i, specimen.text(), read, read.indexOf(Reading.UNKNOWN) < 0));
            }
        }
        return new NumberScore(specimens.size(), specimens.size() - wrong.size(), digits, right, falseOnes, wrong);
    }

    /** Right ones and insertions of the cheapest alignment (Levenshtein). */
    private static int[] align(String written, String read) {
        var cost = new int[written.length() + 1][read.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= read.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1,
                    cost[i - 1][j - 1] + (written.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1));
            }
        }
        int right = 0;
        int inserted = 0;
        for (int i = written.length(), j = read.length(); i > 0 || j > 0;) {
            boolean same = i > 0 && j > 0 && written.charAt(i - 1) == read.charAt(j - 1);
            if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (same ? 0 : 1)) {
                right += same ? 1 : 0;
                i--;
                j--;
            } else if (j > 0 && cost[i][j] == cost[i][j - 1] + 1) {
                inserted++;
                j--;
            } else {
                i--;
            }
        }
        return new int[] {right, inserted};
    }

    /** Share of numbers read without any mistake, 0 to 1. */
    public double exactRate() {
        return (double) exact / numbers;
    }

    /** A row of the table: exact numbers, digits right, false signs a picture, and those read wrong without a warning. */
    public String row(String name) {
        long unwarned = wrong.stream().filter(Misread::sure).count();
        return String.format(Locale.ROOT, "| %s | %d | %.1f %% | %.2f %% | %.3f | %.1f %% |", name, numbers, 100 * exactRate(),
            100.0 * right / digits, (double) falseOnes / numbers, 100.0 * unwarned / numbers);
    }

    /** The table's head, for {@link #row}. */
    public static String head() {
        return "| numbers | pictures | exact | digits right | false signs a picture | wrong without a ? |\n|---|--:|--:|--:|--:|--:|";
    }
}
