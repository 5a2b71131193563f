package org.digitlens.recognition;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reports for tests. */
final class Reports {

    private Reports() { }

    /** A report with all its parts, of a model with so many labels that read 97 of 100 pictures of each right. */
    static String whole(int labels) {
        return """
            {"learning": [{"epoch": 1, "loss": 0.71, "errors": 215, "images": 10000}, {"epoch": 2, "loss": 0.5, "errors": 35, "images": 10000}],
             "confusion": {"set": "MNIST test", "counts": %s},
             "reliability": {"set": "MNIST test", "bins": [{"from": 0.0, "to": 0.5, "count": 0},
              {"from": 0.5, "to": 1, "count": 1000, "confidence": 0.95, "accuracy": 0.97}]},
             "refusal": {"set": "Omniglot: Balinese, Greek", "pictures": 960, "digits": "MNIST test",
              "curve": [{"kept": 0.999, "refused": 0.55}, {"kept": 0.99, "refused": 0.93}]},
             "later": {"a member": "that nobody knows yet"}}""".formatted(counts(labels));
    }

    private static String counts(int labels) {
        return IntStream.range(0, labels).mapToObj(actual -> IntStream.range(0, labels)
            .mapToObj(predicted -> actual == predicted ? "97" : predicted == (actual + 1) % labels ? "3" : "0")
            .collect(Collectors.joining(",", "[", "]"))).collect(Collectors.joining(",", "[", "]"));
    }
}
