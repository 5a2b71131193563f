package org.digitlens.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import org.digitlens.imaging.GrayImage;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.interop.onnx.ImageTransformer;
import org.tribuo.interop.onnx.ONNXExternalModel;

/**
 * One model, loaded once and used by all threads: a Tribuo {@link ONNXExternalModel} over a single ONNX Runtime session
 * that keeps to the calling thread.
 */
public final class DigitClassifier implements AutoCloseable {

    private static final int PIXELS = ModelManifest.SIDE * ModelManifest.SIDE;
    private static final String[] FEATURES = features();

    private static final int MANIFEST_BYTES = 1_000_000;

    private final ModelManifest manifest;
    private final ONNXExternalModel<Label> model;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private boolean closed;

    private DigitClassifier(ModelManifest manifest, ONNXExternalModel<Label> model) {
        this.manifest = manifest;
        this.model = model;
    }

    /**
     * Loads a model and checks that its two files tell the same story.
     *
     * @throws InvalidModelException when they do not, or a file is missing or damaged
     */
    static DigitClassifier load(ModelFolder folder) throws InvalidModelException {
        try {
            ModelManifest manifest = manifest(folder);
            Path file = Files.createTempFile("digitlens-", ".onnx"); // Tribuo loads from files only
            try (InputStream in = folder.open("model.onnx")) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                GraphCheck.check(manifest, file);
                return new DigitClassifier(manifest, open(manifest, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OrtException | RuntimeException e) {
            throw new InvalidModelException("cannot be loaded", e);
        }
    }

    private static ModelManifest manifest(ModelFolder folder) throws IOException, InvalidModelException {
        ModelManifest manifest = ModelManifest.parse(folder.read("manifest.json", MANIFEST_BYTES)
            .orElseThrow(() -> new IOException("there is no manifest.json in the folder " + folder.name())));
        if (!manifest.name().equals(folder.name())) {
            throw new InvalidModelException("manifest.json names the model " + manifest.name() + ", expected the folder's name "
                + folder.name());
        }
        return manifest;
    }

    private static ONNXExternalModel<Label> open(ModelManifest manifest, Path file) throws OrtException {
        Map<String, Integer> pixels = new HashMap<>();
        for (int i = 0; i < PIXELS; i++) {
            pixels.put(FEATURES[i], i);
        }
        Map<Label, Integer> labels = new HashMap<>();
        for (int i = 0; i < manifest.labels().size(); i++) {
            labels.put(new Label(manifest.labels().get(i)), i);
        }
        return ONNXExternalModel.createOnnxModel(new LabelFactory(), pixels, labels,
            new ImageTransformer(1, ModelManifest.SIDE, ModelManifest.SIDE), new TensorKeeper(manifest.outputs()),
            options(), file, manifest.inputTensor());
    }

    /** One thread a request, and none that spins: a request in flight is what the other cores are for. */
    static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** Pixel names whose alphabetical order is their order in the picture, as Tribuo sorts features by name. */
    private static String[] features() {
        var names = new String[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            names[i] = "%03d".formatted(i);
        }
        return names;
    }

    /** What is known of the model. */
    public ModelManifest manifest() {
        return manifest;
    }

    /** What the model makes of 28 x 28 pixels of normalised ink. */
    public Prediction predict(GrayImage ink) {
        return infer(ink, Set.of()).prediction();
    }

    /**
     * What the model makes of 28 x 28 pixels of normalised ink, and what went on inside.
     *
     * @param outputs names of the outputs to keep: the class activation map's, or layers
     * @throws IllegalStateException when the model has been closed
     */
    public Inference infer(GrayImage ink, Set<String> outputs) {
        if (ink.width() != ModelManifest.SIDE || ink.height() != ModelManifest.SIDE) {
            throw new IllegalArgumentException("expected 28 x 28 pixels, found " + ink.width() + " x " + ink.height());
        }
        ArrayExample<Label> example = example(ink);
        if (!outputs.isEmpty()) {
            TensorKeeper.want(example, outputs);
        }
        Map<String, Label> scores = run(example);
        var probabilities = new double[manifest.labels().size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = scores.get(manifest.labels().get(i)).getScore();
        }
        return new Inference(judge(probabilities), TensorKeeper.kept(example));
    }

    /** Nothing may run any more once the session's native memory is given back. */
    private Map<String, Label> run(ArrayExample<Label> example) {
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model " + manifest.name() + " has been closed");
            }
            return model.predict(example).getOutputScores();
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** The inked pixels as Tribuo's features; those left out are 0, but there must be one. */
    private ArrayExample<Label> example(GrayImage ink) {
        var names = new String[PIXELS];
        var values = new double[PIXELS];
        int count = 0;
        for (int i = 0; i < PIXELS; i++) {
            if (ink.ink()[i] != 0 || i == PIXELS - 1 && count == 0) {
                names[count] = FEATURES[i];
                values[count++] = ink.ink()[i] * manifest.inputScale();
            }
        }
        return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, Arrays.copyOf(names, count), Arrays.copyOf(values, count));
    }

    private Prediction judge(double[] probabilities) {
        var prediction = new Prediction(manifest.name(), manifest.labels(), probabilities, Optional.empty());
        return prediction.confidence() >= manifest.threshold() ? prediction : prediction.rejected(Rejection.UNCERTAIN);
    }

    /** Gives the session's memory back, after the predictions that are under way. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                model.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
