package org.digitlens.training.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.data.Omniglot;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.Measurement;

/**
 * What a model says of pictures that are none of its labels.
 *
 * @param name what they are, such as {@code Omniglot: Balinese, Greek}
 * @param scores of all of them
 * @param parts of each folder's, and of those in all folders that look like no digit
 */
record Strangers(String name, Scores scores, Map<String, Scores> parts) {

    /** Reads the pictures in these folders of a zip. */
    static Strangers read(Path zip, String collection, Collection<String> folders, Measurement measurement) {
        List<String> labels = measurement.manifest().labels();
        Map<String, Scores> parts = new LinkedHashMap<>();
        for (String folder : folders) {
            parts.put(folder, measurement.strangers(
                    NonDigits.read(zip, labels, entry -> Omniglot.alphabet(entry).equals(folder))));
        }
        String name = folders.stream().filter(folder -> !folder.isEmpty()).collect(Collectors.joining(", "));
        Scores all = Scores.joined(List.copyOf(parts.values()));
        Scores distinct = measurement.strangers(NonDigits.read(zip, labels,
                entry -> folders.contains(Omniglot.alphabet(entry)) && !Omniglot.looksLikeADigit(entry)));
        if (distinct.size() < all.size()) {
            parts.put("without characters that look like a digit", distinct);
        }
        return new Strangers(name.isEmpty() ? collection : collection + ": " + name, all, parts);
    }

    /** Tells how many are refused, by the threshold and along the curve, and what other scores would do. */
    void print(PrintWriter out, Measurement measurement, Scores known, Refusal refusal, Manifest.Refusal summary,
            String set) {
        out.printf(Locale.ROOT, "%s, %,d pictures: the threshold refuses %.1f %%; the one that keeps 99 %% of %s"
                + " refuses %.1f %%%n", name, summary.pictures(), 100 * summary.refused(), set,
                100 * summary.refusedAt99());
        parts.forEach((part, theirs) -> {
            Refusal traded = measurement.refusal(known, theirs);
            out.printf(Locale.ROOT, "  %s, %,d pictures: %.1f %%; %.1f %%%n", part, theirs.size(),
                    100 * measurement.summary(traded, part).refused(), 100 * traded.refusedKeeping(Measurement.KEPT));
        });
        out.println("refused, keeping: " + refusal.curve().stream()
                .map(p -> String.format(Locale.ROOT, "%.1f %% (%.1f %%)", 100 * p.refused(), 100 * p.kept()))
                .collect(Collectors.joining(", ")));
        out.printf(Locale.ROOT, "other scores, keeping 99 %%: the energy would refuse %.1f %%, the largest logit %.1f %%%n",
                100 * Refusal.of(Scores::energy, known, scores).refusedKeeping(Measurement.KEPT),
                100 * Refusal.of(Scores::largestLogit, known, scores).refusedKeeping(Measurement.KEPT));
    }
}
