package org.digitlens.recognition;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.digitlens.classifier.ModelManifest;

/**
 * A model as pages tell of it. Shares are in percent; what the manifest does not say is null, or an empty list.
 * Whatever an operator's manifest has in a field that pages alone read, a page never fails over it.
 */
public final class ModelView {

    private static final Set<String> DIGITS = Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final int NAMED = 10;

    private final ModelManifest manifest;
    private final boolean standard;
    private final OptionalLong micros;
    private final Map<String, String> charts;
    private final JsonObject measured;
    private final JsonObject training;

    /**
     * @param micros time for a picture on this server, in microseconds, if it is known yet
     * @param charts text alternatives of those charts that there are, by their keys
     */
    ModelView(ModelManifest manifest, boolean standard, OptionalLong micros, Map<String, String> charts) {
        this.manifest = manifest;
        this.standard = standard;
        this.micros = micros;
        this.charts = charts;
        measured = object(manifest.json(), "measured");
        training = object(manifest.json(), "training");
    }

    public String getName() {
        return manifest.name();
    }

    /** Its name as a part of an address. */
    public String getPath() {
        return URLEncoder.encode(manifest.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    public String getTitle() {
        return manifest.title();
    }

    public String getDescription() {
        return manifest.json().getString("description", "");
    }

    /** Whether it answers when nobody chooses a model. */
    public boolean isStandard() {
        return standard;
    }

    public List<String> getLabels() {
        return manifest.labels();
    }

    /** Whether what it reads is the ten digits. */
    public boolean isDigits() {
        return Set.copyOf(manifest.labels()).equals(DIGITS);
    }

    /** What it reads, in a few words: its first labels. */
    public String getReads() {
        List<String> labels = manifest.labels();
        return String.join(", ", labels.subList(0, Math.min(labels.size(), NAMED))) + (labels.size() > NAMED ? ", …" : "");
    }

    /** Whether it has the same labels as another, in whatever order. */
    boolean readsLike(ModelView other) {
        return Set.copyOf(getLabels()).equals(Set.copyOf(other.getLabels()));
    }

    /** The convolutions, in order. */
    public List<ModelManifest.Layer> getLayers() {
        return manifest.layers();
    }

    /** Whether it can show where it looked. */
    public boolean isClassActivation() {
        return manifest.classActivation().isPresent();
    }

    /** The keys of the explanations that it has, apart by spaces. */
    public String getExplanations() {
        return Stream.of(Explanation.values()).filter(this::has).map(Explanation::key).collect(Collectors.joining(" "));
    }

    private boolean has(Explanation explanation) {
        return switch (explanation) {
            case PROBABILITIES -> true;
            case ACTIVATIONS -> !manifest.layers().isEmpty();
            case CAM -> isClassActivation();
        };
    }

    public String getLicence() {
        return manifest.json().getString("licence", "");
    }

    // What was measured

    public Double getAccuracy() {
        return percent(measured, "accuracy");
    }

    /** Lower end of the accuracy's 95 % interval. */
    public Double getLow() {
        return bound(measured, 0);
    }

    /** Upper end of the accuracy's 95 % interval. */
    public Double getHigh() {
        return bound(measured, 1);
    }

    public Double getErrors() {
        return number(measured, "errors");
    }

    public Double getImages() {
        return number(measured, "images");
    }

    /** Accuracy without the pictures whose labels are disputed. */
    public Double getCorrectedAccuracy() {
        return percent(measured, "correctedAccuracy");
    }

    public Double getCalibrationError() {
        return percent(measured, "calibrationError");
    }

    /** How much of the test pictures the threshold keeps. */
    public Double getKept() {
        return percent(measured, "kept");
    }

    /** How much of pictures that are no digits the threshold refuses. */
    public Double getRefused() {
        return percent(object(measured, "refusal"), "refused");
    }

    /** The same at the threshold that keeps exactly 99 % of the test pictures. */
    public Double getRefusedAt99() {
        return percent(object(measured, "refusal"), "refusedAt99");
    }

    /** How many pictures that are no digits were tried. */
    public Double getRefusalPictures() {
        return number(object(measured, "refusal"), "pictures");
    }

    /** Where those come from. */
    public String getRefusalSet() {
        return object(measured, "refusal").getString("set", "");
    }

    /** Other sets that it was measured on. */
    public List<TestSet> getSets() {
        return objects(measured, "sets").map(TestSet::new).filter(set -> set.getAccuracy() != null).toList();
    }

    public Double getParameters() {
        return number(measured, "parameters");
    }

    /** Size of the model's file. */
    public Double getKilobytes() {
        Double bytes = number(measured, "bytes");
        return bytes == null ? null : bytes / 1000;
    }

    /** Median time for a picture on this server, in microseconds. */
    public Long getMicros() {
        return micros.isPresent() ? micros.getAsLong() : null;
    }

    /** Text alternatives of its charts, by their keys. */
    public Map<String, String> getCharts() {
        return charts;
    }

    // How it was trained

    /** The files, each without the name of its data set where the file before it is of the same. */
    public List<String> getData() {
        var names = new ArrayList<String>();
        String set = "";
        for (String name : objects(training, "data").map(file -> file.getString("name", "")).filter(name -> !name.isEmpty()).toList()) {
            String before = set;
            set = name.substring(0, name.indexOf(' ') + 1);
            names.add(set.equals(before) ? name.substring(set.length()) : name);
        }
        return names;
    }

    public String getSplit() {
        return training.getString("split", "");
    }

    public String getNetwork() {
        return training.getString("network", "");
    }

    public String getRecipe() {
        return training.getString("recipe", "");
    }

    public Double getEpochs() {
        return number(training, "epochs");
    }

    public Double getSeed() {
        return number(training, "seed");
    }

    /** The models that it was distilled from. */
    public List<String> getTeachers() {
        return training.get("teachers") instanceof JsonArray teachers
            ? teachers.stream().filter(JsonString.class::isInstance).map(name -> ((JsonString) name).getString()).toList() : List.of();
    }

    /** The command that trains it again. */
    public String getCommand() {
        return training.getString("command", "");
    }

    /** The command's words, so that a page breaks lines between them alone. */
    public List<String> getCommandWords() {
        return List.of(getCommand().split(" "));
    }

    /** How long training took, in minutes; at least 1. */
    public Long getMinutes() {
        Long seconds = getSeconds();
        return seconds == null ? null : Long.valueOf(Math.max(1, Math.round(seconds / 60.0)));
    }

    /** How long training took, in seconds; at least 1. */
    public Long getSeconds() {
        String duration = training.getString("duration", "");
        return duration.matches("PT(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,9}(\\.\\d{1,9})?S)?") && duration.length() > 2
            ? Math.max(1, Duration.parse(duration).toSeconds()) : null;
    }

    /** The day of the training, as 2026-11-20. */
    public String getDate() {
        return training.getString("date", "");
    }

    /** What temperature and threshold were chosen on. */
    public String getChosenOn() {
        return object(manifest.json(), "calibration").getString("chosenOn", "");
    }

    /** Another set that a model was measured on. */
    public static final class TestSet {

        private final JsonObject json;

        private TestSet(JsonObject json) {
            this.json = json;
        }

        public String getName() {
            return json.getString("name", "");
        }

        public Double getAccuracy() {
            return percent(json, "accuracy");
        }

        /** Lower end of the 95 % interval. */
        public Double getLow() {
            return bound(json, 0);
        }

        /** Upper end of the 95 % interval. */
        public Double getHigh() {
            return bound(json, 1);
        }

        public Double getErrors() {
            return number(json, "errors");
        }

        public Double getImages() {
            return number(json, "images");
        }
    }

    private static JsonObject object(JsonObject of, String field) {
        return of.get(field) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Stream<JsonObject> objects(JsonObject of, String field) {
        return of.get(field) instanceof JsonArray array
            ? array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject) : Stream.empty();
    }

    /** Null too where a double cannot hold it. */
    private static Double number(JsonObject of, String field) {
        return of.get(field) instanceof JsonNumber number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    private static Double percent(JsonObject of, String field) {
        return percent(of.get(field));
    }

    private static Double bound(JsonObject of, int index) {
        return of.get("interval95") instanceof JsonArray bounds && bounds.size() == 2
            && bounds.stream().allMatch(bound -> percent(bound) != null) ? percent(bounds.get(index)) : null;
    }

    /** Null for what is no share, 0 to 1. */
    private static Double percent(JsonValue value) {
        return value instanceof JsonNumber share && share.doubleValue() >= 0 && share.doubleValue() <= 1
            ? BigDecimal.valueOf(share.doubleValue()).movePointRight(2).doubleValue() : null;
    }
}
