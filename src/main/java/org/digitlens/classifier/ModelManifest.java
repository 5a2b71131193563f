package org.digitlens.classifier;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * What {@code manifest.json} says of a model: the contract between training and application.
 *
 * @param name            the folder's name, and the model's in every address
 * @param labels          what the outputs stand for, in their order
 * @param inputTensor     name of the input, {@code [batch, 1, 28, 28]}
 * @param inputScale      value of full ink; 0 is paper
 * @param probabilities   name of the first output, {@code [batch, labels]}, calibrated
 * @param logits          name of the second output, {@code [batch, labels]}
 * @param classActivation the output with one map a label, if the network has one
 * @param layers          the convolutions, in order, each an output of the same name
 * @param threshold       least confidence at which a picture counts as recognised, 0 to 1
 * @param json            the whole document
 */
public record ModelManifest(String name, List<String> labels, String inputTensor, float inputScale, String probabilities,
                            String logits, Optional<String> classActivation, List<Layer> layers, double threshold,
                            JsonObject json) {

    /** Side of the only input that there is, in pixels. */
    static final int SIDE = 28;

    /**
     * A convolution whose activation maps the model gives.
     *
     * @param name     of the layer and its output
     * @param channels number of maps
     * @param height   of a map in cells
     * @param width    of a map in cells
     */
    public record Layer(String name, int channels, int height, int width) {

        /** Read by pages. */
        public String getName() {
            return name;
        }

        /** Read by pages. */
        public int getChannels() {
            return channels;
        }

        /** Read by pages. */
        public int getHeight() {
            return height;
        }

        /** Read by pages. */
        public int getWidth() {
            return width;
        }
    }

    public ModelManifest {
        labels = List.copyOf(labels);
        layers = List.copyOf(layers);
    }

    /**
     * Reads a manifest.
     *
     * @throws InvalidModelException when it is no JSON, lacks a field, or describes an input that is not made here
     */
    static ModelManifest parse(byte[] file) throws InvalidModelException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(file))) {
            JsonObject json = reader.readObject();
            JsonObject input = json.getJsonObject("input");
            JsonObject outputs = json.getJsonObject("outputs");
            String shape = input.getJsonArray("shape").toString();
            if (!shape.equals("[1,28,28]")) {
                throw new InvalidModelException("manifest.json: expected input.shape [1,28,28], found " + shape);
            }
            var labels = json.getJsonArray("labels").getValuesAs(JsonString::getString);
            if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size() || labels.contains("")) {
                throw new InvalidModelException("manifest.json: expected at least 2 labels, each another and none empty, found " + labels);
            }
            double threshold = json.getJsonObject("calibration").getJsonNumber("threshold").doubleValue();
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new InvalidModelException("manifest.json: expected calibration.threshold 0 to 1, found " + threshold);
            }
            return new ModelManifest(json.getString("name"), labels, input.getString("tensor"),
                (float) input.getJsonArray("range").getJsonNumber(1).doubleValue(), outputs.getString("probabilities"),
                outputs.getString("logits"), classActivation(outputs), layers(outputs), threshold, json);
        } catch (JsonException | NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
            throw new InvalidModelException("manifest.json lacks a field, or has one of another kind", e);
        }
    }

    private static Optional<String> classActivation(JsonObject outputs) {
        return outputs.containsKey("classActivation") && !outputs.isNull("classActivation")
            ? Optional.of(outputs.getJsonObject("classActivation").getString("tensor")) : Optional.empty();
    }

    private static List<Layer> layers(JsonObject outputs) {
        return outputs.getJsonArray("layers").getValuesAs(JsonObject.class).stream()
            .map(layer -> new Layer(layer.getString("name"), layer.getInt("channels"), layer.getInt("height"),
                layer.getInt("width"))).toList();
    }

    /** The outputs in the order that the model file must have them in. */
    List<String> outputs() {
        var names = new ArrayList<>(List.of(probabilities, logits));
        classActivation.ifPresent(names::add);
        layers.forEach(layer -> names.add(layer.name()));
        return names;
    }

    /** The name for people; the model's own where there is no other. */
    public String title() {
        return json.getString("title", name);
    }

    /** Share of the test pictures that the model reads right, 0 to 1, where it was measured. */
    public OptionalDouble accuracy() {
        return share("measured", "accuracy");
    }

    /**
     * A share that stands somewhere in the manifest, 0 to 1. What is measured is for people, so a manifest that tells
     * nothing of it, or something else, is as good as any.
     *
     * @param path names of members, each inside the one before
     */
    public OptionalDouble share(String... path) {
        JsonValue value = json;
        for (String member : path) {
            value = value instanceof JsonObject object ? object.get(member) : null;
        }
        return value instanceof JsonNumber number && number.doubleValue() >= 0 && number.doubleValue() <= 1
            ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    /**
     * One bound of the accuracy's 95 % interval, 0 to 1; the accuracy itself where there is none.
     *
     * @param index 0 for the lower, 1 for the upper
     */
    public OptionalDouble accuracyBound(int index) {
        JsonValue interval = json.get("measured") instanceof JsonObject measured ? measured.get("interval95") : null;
        return interval instanceof JsonArray bounds && bounds.size() == 2 && bounds.get(index) instanceof JsonNumber bound
            && bound.doubleValue() >= 0 && bound.doubleValue() <= 1 ? OptionalDouble.of(bound.doubleValue()) : accuracy();
    }

    /** The layer of that name. */
    public Optional<Layer> layer(String layerName) {
        return layers.stream().filter(layer -> layer.name().equals(layerName)).findFirst();
    }
}
