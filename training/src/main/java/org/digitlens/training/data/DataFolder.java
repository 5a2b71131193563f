package org.digitlens.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet.Source;

/**
 * A folder of IDX files: {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte} for training,
 * {@code t10k-…} or {@code test-…} for testing, each gzipped ({@code .gz}) or not. A file {@code labels.txt}, one name a
 * line in the order of the label numbers, makes it a data set of one's own; without one it must be MNIST, byte for byte.
 */
public final class DataFolder {
    private static final List<Path> USUAL_PLACES = List.of(Path.of("../shared/data"), Path.of("../../shared/data"));
    private static final String LABELS = "labels.txt";

    private final Path folder;
    /** What the label numbers mean where the folder does not say it; null where that must be MNIST. */
    private final List<String> known;

    private DataFolder(Path folder, List<String> known) {
        this.folder = folder;
        this.known = known;
    }

    /**
     * The folder that the user named, or its {@code mnist} inside.
     *
     * @throws UserError when neither holds the training images
     */
    public static DataFolder at(Path named) {
        for (Path candidate : List.of(named, named.resolve("mnist"))) {
            if (find(candidate, "train-images-idx3-ubyte").isPresent()) {
                return new DataFolder(candidate, null);
            }
        }
        String problem = Files.isDirectory(named)
                ? "no train-images-idx3-ubyte[.gz] in " + named + " or in " + named.resolve("mnist")
                : "no folder " + named.toAbsolutePath().normalize();
        throw new UserError(problem + "; name the folder of the data set with --data, or fetch MNIST with --download");
    }

    /**
     * A folder with test files of any pictures, to measure a model on.
     *
     * @param labels of the model: what the numbers mean unless the folder has a {@code labels.txt}
     * @throws UserError when there is no such folder
     */
    public static DataFolder other(Path named, List<String> labels) {
        if (!Files.isDirectory(named)) {
            throw new UserError("no folder " + named.toAbsolutePath().normalize());
        }
        return new DataFolder(named, labels);
    }

    /** The first of the places where data usually lies, seen from the working directory. */
    public static Optional<Path> usual() {
        return USUAL_PLACES.stream().filter(Files::isDirectory).findFirst();
    }

    /** Pictures to learn from. */
    public DataSet training() {
        return read("train");
    }

    /** Pictures to report on, once. */
    public DataSet test() {
        return read(find(folder, "t10k-images-idx3-ubyte").isPresent() ? "t10k" : "test");
    }

    private DataSet read(String set) {
        String imagesName = set + "-images-idx3-ubyte";
        String labelsName = set + "-labels-idx1-ubyte";
        IdxFile images = file(imagesName);
        IdxFile labels = file(labelsName);
        if (images.sizes().length != 3 || labels.sizes().length != 1) {
            throw new UserError(folder + ": " + imagesName + " needs 3 axes and " + labelsName + " 1, found "
                    + images.sizes().length + " and " + labels.sizes().length);
        }
        if (images.sizes()[0] != labels.sizes()[0]) {
            throw new UserError(folder + ": " + set + " files of " + images.sizes()[0] + " pictures and "
                    + labels.sizes()[0] + " labels do not belong together");
        }
        int[] numbers = new int[labels.values().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = labels.values()[i] & 0xff;
        }
        try {
            return new DataSet(
                    new LabelledImages(images.sizes()[2], images.sizes()[1], images.values(), numbers, names()),
                    List.of(source(imagesName, images), source(labelsName, labels)));
        } catch (IllegalArgumentException e) {
            throw new UserError(folder + ": " + e.getMessage(), e);
        }
    }

    private IdxFile file(String name) {
        Path path = find(folder, name).orElseThrow(() -> new UserError("no " + name + "[.gz] in " + folder));
        IdxFile file = IdxFile.read(path);
        String expected = Mnist.SUMS.get(name);
        if (known == null && !hasOwnLabels() && !file.sha256().equals(expected)) {
            throw new UserError(path + " is not MNIST's: its sha-256 is " + file.sha256() + ", expected " + expected
                    + ". If it is a data set of your own, put a " + LABELS + " beside it");
        }
        return file;
    }

    private Source source(String name, IdxFile file) {
        return new Source((known != null || hasOwnLabels() ? folder.toAbsolutePath().normalize().getFileName() : Mnist.NAME) + " " + name,
                file.sha256());
    }

    private boolean hasOwnLabels() {
        return Files.isRegularFile(folder.resolve(LABELS));
    }

    private List<String> names() {
        if (!hasOwnLabels()) {
            return known == null ? Mnist.LABELS : known;
        }
        try {
            List<String> names = new ArrayList<>(Files.readAllLines(folder.resolve(LABELS)));
            while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
                names.remove(names.size() - 1);
            }
            return checked(names);
        } catch (IOException e) {
            throw new UserError("cannot read " + folder.resolve(LABELS) + ": " + e.getMessage(), e);
        }
    }

    private List<String> checked(List<String> names) {
        Path file = folder.resolve(LABELS);
        Set<String> seen = new HashSet<>();
        for (int line = 0; line < names.size(); line++) {
            if (names.get(line).isBlank()) {
                throw new UserError(file + ", line " + (line + 1) + ": blank, where label " + line + " should stand");
            }
            if (!seen.add(names.get(line))) {
                throw new UserError(file + ", line " + (line + 1) + ": " + names.get(line) + " for the second time");
            }
        }
        if (names.size() < 2) {
            throw new UserError(file + " needs at least two labels, one a line, found " + names);
        }
        return names;
    }

    private static Optional<Path> find(Path folder, String name) {
        return List.of(name, name + ".gz").stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }
}
