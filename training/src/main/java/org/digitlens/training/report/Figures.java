package org.digitlens.training.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.digitlens.training.model.Manifest;

/** A manifest's figures as words; {@value #NONE} for what is not known. */
final class Figures {
    static final String NONE = "–";

    private final Manifest manifest;
    private final Manifest.Measured measured;

    Figures(Manifest manifest) {
        this.manifest = manifest;
        measured = manifest.measured();
    }

    String accuracy() {
        return percent(measured.accuracy(), 2) + interval(measured.interval95());
    }

    String errors() {
        return measured.errors() == null ? NONE : String.format(Locale.ROOT, "%,d of %,d", measured.errors(),
                measured.images());
    }

    String correctedAccuracy() {
        return percent(measured.correctedAccuracy(), 2);
    }

    String calibrationError() {
        return percent(measured.calibrationError(), 2);
    }

    String kept() {
        return percent(measured.kept(), 2);
    }

    Optional<Manifest.OtherSet> set(String name) {
        return sets().stream().filter(set -> set.name().equals(name)).findFirst();
    }

    List<Manifest.OtherSet> sets() {
        return measured.sets() == null ? List.of() : measured.sets();
    }

    static String accuracy(Manifest.OtherSet set) {
        return percent(set.accuracy(), 2) + interval(set.interval95());
    }

    String refused() {
        return measured.refusal() == null ? NONE : percent(measured.refusal().refused(), 1);
    }

    String refusedAt99() {
        return measured.refusal() == null ? NONE : percent(measured.refusal().refusedAt99(), 1);
    }

    String parameters() {
        return String.format(Locale.ROOT, "%,d", measured.parameters());
    }

    String kilobytes() {
        return String.format(Locale.ROOT, "%,d", Math.round(measured.bytes() / 1000.0));
    }

    String micros() {
        return String.format(Locale.ROOT, "%,d", measured.latencyMicros());
    }

    /** The data set's name, with which its files' names begin. */
    String data() {
        return manifest.training().data().stream().map(source -> source.name().replaceFirst(" [^ ]*$", "")).distinct()
                .reduce((a, b) -> a + ", " + b).orElse(NONE);
    }

    static String percent(Double share, int decimals) {
        return share == null ? NONE : String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }

    private static String interval(double[] interval) {
        return interval == null ? "" : String.format(Locale.ROOT, " (%.2f–%.2f)", 100 * interval[0], 100 * interval[1]);
    }
}
