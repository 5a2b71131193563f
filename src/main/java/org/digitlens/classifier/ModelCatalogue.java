package org.digitlens.classifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;

import org.digitlens.imaging.GrayImage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Every model there is, loaded when the application starts and closed when it stops. The application brings its own
 * models; an operator's lie in the folder {@code digitlens.models} and win over one of the same name. A folder that does
 * not hold together is reported by name and reason, and the others are served all the same.
 */
@ApplicationScoped
public class ModelCatalogue {

    private static final Logger LOGGER = Logger.getLogger(ModelCatalogue.class.getName());
    private static final String OWN = "/WEB-INF/models/";
    private static final int WARM_UPS = 50;

    private final NativeLibrary library = new NativeLibrary();
    private Map<String, DigitClassifier> classifiers = Map.of();
    private Map<String, ModelFolder> folders = Map.of();
    private Map<String, String> refused = Map.of();
    private String defaultName;
    private Optional<Path> operatorsFolder = Optional.empty();

    /** For proxies. */
    protected ModelCatalogue() { }

    /**
     * @param defaultName     the model that answers when a request names none
     * @param operatorsFolder a folder of model folders, if the operator has any
     */
    @Inject
    public ModelCatalogue(@ConfigProperty(name = "digitlens.model.default", defaultValue = "digits") String defaultName,
                          @ConfigProperty(name = "digitlens.models") Optional<String> operatorsFolder) {
        this.defaultName = defaultName;
        this.operatorsFolder = operatorsFolder.map(Path::of);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        var folders = new ArrayList<ModelFolder>();
        for (String folder : new TreeSet<>(Optional.ofNullable(application.getResourcePaths(OWN)).orElseGet(TreeSet::new))) {
            folders.add(ModelFolder.of(application, folder));
        }
        operatorsFolder.ifPresent(folder -> folders.addAll(foldersIn(folder)));
        load(folders);
    }

    /** Loads the models in the folders of one folder; for use without a server. */
    public void load(Path folder) {
        load(foldersIn(folder));
    }

    private static List<ModelFolder> foldersIn(Path folder) {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().map(ModelFolder::of).toList();
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, "The models folder {0} cannot be read: {1}", new Object[] {folder, e});
            return List.of();
        }
    }

    private void load(List<ModelFolder> all) {
        var loaded = new TreeMap<String, DigitClassifier>();
        var origins = new TreeMap<String, ModelFolder>();
        var failed = new TreeMap<String, String>();
        for (ModelFolder folder : all) {
            try {
                DigitClassifier classifier = library.during(() -> DigitClassifier.load(folder));
                warmUp(classifier);
                Optional.ofNullable(loaded.put(folder.name(), classifier)).ifPresent(DigitClassifier::close);
                origins.put(folder.name(), folder);
                failed.remove(folder.name());
            } catch (InvalidModelException e) {
                failed.put(folder.name(), e.getMessage());
                LOGGER.log(Level.SEVERE, "The model {0} is not served: {1}", new Object[] {folder.name(), e.getMessage()});
            }
        }
        classifiers = loaded;
        folders = origins;
        refused = failed;
        LOGGER.log(Level.INFO, "Models served: {0}; by default: {1}", new Object[] {loaded.keySet(), defaultName});
    }

    /** Lets the compiler see the code before the first visitor does. */
    private static void warmUp(DigitClassifier classifier) throws InvalidModelException {
        try {
            for (int i = 0; i < WARM_UPS; i++) {
                classifier.predict(GrayImage.blank(ModelManifest.SIDE, ModelManifest.SIDE));
            }
        } catch (RuntimeException e) {
            classifier.close();
            throw new InvalidModelException("cannot be run", e);
        }
    }

    /** Whether the default model can answer. */
    public boolean isReady() {
        return classifiers.containsKey(defaultName);
    }

    /** Name of the model that answers when a request names none. */
    public String defaultName() {
        return defaultName;
    }

    /** The model of that name. */
    public Optional<DigitClassifier> find(String name) {
        return Optional.ofNullable(classifiers.get(name));
    }

    /** Names of all that are served, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(classifiers.keySet());
    }

    /** All that are served: the default one first, then the more accurate before the less, those of unknown accuracy last. */
    public List<DigitClassifier> all() {
        return classifiers.values().stream().sorted(Comparator
            .comparing((DigitClassifier classifier) -> !classifier.manifest().name().equals(defaultName))
            .thenComparingDouble(classifier -> -classifier.manifest().accuracy().orElse(-1))).toList();
    }

    /**
     * A file that the folder of a model may have beside those that each has.
     *
     * @param most bytes that it may have
     * @throws IOException when it has more, or cannot be read
     */
    public Optional<byte[]> file(String model, String file, int most) throws IOException {
        return folders.containsKey(model) ? folders.get(model).read(file, most) : Optional.empty();
    }

    /** Models that are not served, and why, by name. */
    public Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    @PreDestroy
    void stop() {
        classifiers.values().forEach(DigitClassifier::close);
        library.delete();
    }
}
