package org.digitlens.classifier;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import ai.onnx.proto.OnnxMl;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

/** A model's folder made from the shipped default one: what an operator may drop in, for better or worse. */
public final class ModelVariant {

    private static final Path ORIGINAL = Path.of("models/digits");

    private final String name;
    private final Map<String, byte[]> files;

    private ModelVariant(String name, Map<String, byte[]> files) {
        this.name = name;
        this.files = files;
    }

    /** The default model under another name. */
    public static ModelVariant named(String name) {
        try {
            var files = new TreeMap<>(Map.of("model.onnx", Files.readAllBytes(ORIGINAL.resolve("model.onnx")),
                "manifest.json", Files.readAllBytes(ORIGINAL.resolve("manifest.json"))));
            return new ModelVariant(name, files).with("name", Json.createValue(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another member in its manifest. */
    public ModelVariant with(String member, JsonValue value) {
        return file("manifest.json", Json.createObjectBuilder(manifest()).add(member, value).build().toString());
    }

    /** With other labels. */
    public ModelVariant labelled(Collection<String> labels) {
        return with("labels", Json.createArrayBuilder(labels).build());
    }

    /** With the outputs that a network without convolutions has. */
    public ModelVariant withoutMaps() {
        Predicate<OnnxMl.ValueInfoProto> kept = output -> Set.of("probabilities", "logits").contains(output.getName());
        try {
            OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(files.get("model.onnx"));
            OnnxMl.GraphProto graph = model.getGraph();
            List<OnnxMl.ValueInfoProto> outputs = graph.getOutputList().stream().filter(kept).toList();
            var changed = new TreeMap<>(files);
            changed.put("model.onnx", model.toBuilder().setGraph(graph.toBuilder().clearOutput().addAllOutput(outputs)).build().toByteArray());
            return new ModelVariant(name, changed).with("outputs", Json.createObjectBuilder().add("probabilities", "probabilities")
                .add("logits", "logits").add("layers", JsonValue.EMPTY_JSON_ARRAY).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a file of that content. */
    public ModelVariant file(String file, String content) {
        var changed = new TreeMap<>(files);
        changed.put(file, content.getBytes(StandardCharsets.UTF_8));
        return new ModelVariant(name, changed);
    }

    private JsonObject manifest() {
        try (JsonReader reader = Json.createReader(new StringReader(new String(files.get("manifest.json"), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    public String name() {
        return name;
    }

    /** Names and contents. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** Writes the folder into a folder of models. */
    public void writeTo(Path models) {
        try {
            Path folder = Files.createDirectory(models.resolve(name));
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
