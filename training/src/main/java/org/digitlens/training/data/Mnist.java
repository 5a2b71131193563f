package org.digitlens.training.data;

import java.util.List;
import java.util.Map;

/** What is known of MNIST (LeCun, Cortes, Burges): its files, where they are published, and which labels are doubted. */
public final class Mnist {
    /** What the names of its files begin with in a manifest. */
    public static final String NAME = "MNIST";

    /** SHA-256 of the unpacked files. */
    static final Map<String, String> SUMS = Map.of(
            "train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
            "t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    /** Public mirrors: folders that hold each file under its name and {@code .gz}. */
    public static final List<String> MIRRORS = List.of(
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/");

    static final List<String> LABELS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    /** Indices of the 15 test pictures on whose label human raters do not agree (confident learning, Northcutt et al.). */
    private static final List<Integer> DISPUTED = List.of(
            947, 1621, 1901, 2130, 2462, 2597, 2654, 3520, 3558, 5937, 6651, 6783, 8527, 9679, 9729);

    private Mnist() {}

    /** The disputed pictures of a set: some of MNIST's test set, none of any other. */
    public static List<Integer> disputed(DataSet set) {
        String images = SUMS.get("t10k-images-idx3-ubyte");
        return set.sources().stream().anyMatch(source -> source.sha256().equals(images)) ? DISPUTED : List.of();
    }
}
