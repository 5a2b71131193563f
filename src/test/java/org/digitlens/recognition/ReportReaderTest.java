package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.digitlens.chart.RefusalChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    @Test
    void readsAllParts() {
        ModelReport report = read(Reports.whole(10), 10);
        assertEquals(2, report.learning().size());
        assertEquals(0.0215, report.learning().get(0).error().orElseThrow());
        assertArrayEquals(new int[] {97, 3, 0, 0, 0, 0, 0, 0, 0, 0}, report.confusion().orElseThrow().counts()[0]);
        assertEquals(1000, report.reliability().orElseThrow().bins().get(1).count());
        assertTrue(Double.isNaN(report.reliability().orElseThrow().bins().get(0).accuracy()), "of no pictures");
        assertEquals(List.of(new RefusalChart.Point(0.999, 0.55), new RefusalChart.Point(0.99, 0.93)), report.refusal().orElseThrow().curve());
        assertEquals(List.of(ModelChart.values()), ModelChart.in(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"learning\": null, \"confusion\": null, \"reliability\": null, \"refusal\": null}", "{\"more\": [1]}"})
    void everyPartMayBeMissing(String json) {
        assertTrue(ModelChart.in(read(json, 10)).isEmpty());
    }

    @Test
    void heldOutErrorsMayBeMissing() {
        assertTrue(read("{\"learning\": [{\"epoch\": 1, \"loss\": 2}]}", 10).learning().get(0).error().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nothing                                                                                   | JSON
        [1]                                                                                       | the document: expected an object
        {"learning": 7}                                                                           | learning: expected a list of 1 to 2,000, found 7
        {"learning": []}                                                                          | learning: expected a list of 1 to 2,000, found a list of 0
        {"learning": ["a"]}                                                                       | learning[0]: expected an object, found "a"
        {"learning": [{"epoch": 1}]}                                                              | learning[0].loss: expected a number
        {"learning": [{"epoch": 1, "loss": -1}]}                                                  | learning[0].loss: expected a number, 0.0 to
        {"learning": [{"epoch": 1.5, "loss": 1}]}                                                 | learning[0].epoch: expected a whole number, 1 to
        {"learning": [{"epoch": 2, "loss": 1}, {"epoch": 2, "loss": 1}]}                          | learning[1].epoch: expected a whole number, 3 to
        {"learning": [{"epoch": 1, "loss": 1, "errors": 3}]}                                      | learning[0].images: expected a whole number, 1 to
        {"learning": [{"epoch": 1, "loss": 1, "errors": 3, "images": 2}]}                         | learning[0].errors: expected a whole number, 0 to 2, found 3
        {"learning": [{"epoch": 1, "loss": 1e999}]}                                               | learning[0].loss
        {"confusion": []}                                                                         | confusion: expected an object, found []
        {"confusion": {"set": "a", "counts": [[1, 2]]}}                                           | confusion.counts: expected a row for each of 2 labels, found 1
        {"confusion": {"set": "a", "counts": [[1, 2], [3]]}}                                      | confusion.counts[1]: expected 2 numbers, found [3]
        {"confusion": {"set": "a", "counts": [[1, 2], [3, -4]]}}                                  | confusion.counts[1][1]: expected a whole number
        {"confusion": {"counts": [[1, 2], [3, 4]]}}                                               | confusion.set: expected a text, found nothing
        {"reliability": {"set": "a", "bins": [{"from": 0.5, "to": 0.4, "count": 0}]}}             | reliability.bins[0].to: expected a number, 0.5 to 1.0, found 0.4
        {"reliability": {"set": "a", "bins": [{"from": 0, "to": 1, "count": 2, "confidence": 2}]}} | reliability.bins[0].confidence: expected a number, 0.0 to 1.0, found 2
        {"reliability": {"set": "a", "bins": {}}}                                                 | reliability.bins: expected a list
        {"refusal": {"set": "a", "pictures": 0, "curve": [{"kept": 1, "refused": 0}]}}            | refusal.pictures: expected a whole number, 1 to
        {"refusal": {"set": "a", "pictures": 9, "curve": [{"kept": 99, "refused": 0}]}}           | refusal.curve[0].kept: expected a number, 0.0 to 1.0, found 99
        """)
    void saysWhatIsWrong(String json, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> read(json, 2)).getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void takesNoEndlessLists() {
        String point = "{\"kept\": 1, \"refused\": 0}";
        String message = assertThrows(IllegalArgumentException.class, () -> read("{\"refusal\": {\"set\": \"a\", \"pictures\": 9, \"curve\": ["
            + (point + ",").repeat(2000) + point + "]}}", 2)).getMessage();
        assertEquals("refusal.curve: expected a list of 1 to 2,000, found a list of 2001", message);
    }

    @Test
    void takesNoHarmFromEndlessNesting() {
        assertThrows(IllegalArgumentException.class, () -> read("[".repeat(300_000), 10));
        assertThrows(IllegalArgumentException.class, () -> read("{\"learning\":".repeat(100_000), 10));
    }

    private static ModelReport read(String json, int labels) {
        return ReportReader.read(json.getBytes(StandardCharsets.UTF_8), labels);
    }
}
