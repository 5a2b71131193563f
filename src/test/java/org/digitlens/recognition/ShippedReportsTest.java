package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.digitlens.chart.Theme;
import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.classifier.Models;
import org.junit.jupiter.api.Test;

/** What the reports under models/ must hold to; one that is added is tested by being there. */
class ShippedReportsTest {

    private final ModelCatalogue catalogue = Models.catalogue();
    private final ModelReports reports = new ModelReports(catalogue);

    @Test
    void everyChartOfEveryReportIsDrawnAndWorded() {
        reports.load();
        var words = new Descriptions(Locale.ENGLISH);
        for (ModelManifest manifest : catalogue.all().stream().map(DigitClassifier::manifest).toList()) {
            assertTrue(reports.unusable(manifest.name()).isEmpty(), () -> manifest.name() + ": " + reports.unusable(manifest.name()).get());
            reports.find(manifest.name()).ifPresent(report -> {
                for (ModelChart chart : ModelChart.in(report)) {
                    for (Theme theme : Theme.values()) {
                        int bytes = chart.png(report, manifest, theme, 1).length;
                        assertTrue(bytes > 1000 && bytes < 40_000, manifest.name() + ", " + chart + ": " + bytes + " bytes");
                    }
                    assertFalse(words.of(chart, report, manifest).contains("{"), () -> words.of(chart, report, manifest));
                }
            });
        }
    }

    @Test
    void noModelIsRefused() {
        assertTrue(catalogue.refused().isEmpty(), () -> catalogue.refused().toString());
        assertTrue(List.copyOf(catalogue.names()).contains("digits"));
    }
}
