package org.digitlens.training.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.measure.Evaluation;

/**
 * {@code manifest.json}: everything that the application knows about a model. Absent facts are absent fields.
 *
 * @param name the folder's name
 * @param title as a person reads it
 * @param labels in the order of probabilities and logits
 * @param licence SPDX identifier
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(String name, String title, String description, List<String> labels, Input input, Outputs outputs,
        Calibration calibration, Training training, Measured measured, String licence) {

    /**
     * What the model takes.
     *
     * @param tensor name of the graph's input
     * @param shape channels, height, width of one picture
     * @param range smallest and largest value
     */
    public record Input(String tensor, List<Long> shape, List<Integer> range, String polarity) {}

    /** Names of the graph's outputs, in the graph's order but for the layers, which come last there. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outputs(String probabilities, String logits, List<Layer> layers, ClassActivation classActivation) {}

    /** A convolution's activations, after batch normalisation and ReLU: {@code [batch, channels, height, width]}. */
    public record Layer(String name, long channels, long height, long width) {}

    /**
     * The class activation map: {@code [batch, labels, height, width]}.
     *
     * @param bias what is added to a label's spatial mean to make its logit
     */
    public record ClassActivation(String tensor, long height, long width, float[] bias) {}

    /**
     * What makes confidences honest.
     *
     * @param temperature by which the graph divides the logits
     * @param threshold confidence below which a picture is no digit, 0..1
     * @param chosenOn the pictures that both were chosen on, and how
     */
    public record Calibration(double temperature, double threshold, String chosenOn) {}

    /**
     * How to get the same again.
     *
     * @param data files learned from, with the sums of their unpacked bytes
     * @param teachers models whose opinion it learned; absent where there were none
     * @param pilot the model that temperature and threshold were taken from; absent where they were chosen for this one
     * @param command arguments of the training tool, from {@code training/}
     * @param libraries versions by name
     * @param duration ISO-8601
     * @param date ISO-8601, of the export
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Training(List<DataSet.Source> data, String split, long seed, int epochs, String recipe, String network,
            List<String> teachers, String pilot, String command, Map<String, String> libraries, String duration,
            String date) {}

    /**
     * How good, how large, how fast. The fields down to {@code kept} are there once a test set was read.
     *
     * @param accuracy share read right, 0..1
     * @param interval95 Wilson's interval of it
     * @param errors number read wrong, of {@code images}
     * @param correctedAccuracy the same without pictures whose label is disputed; absent where none are known
     * @param calibrationError expected calibration error, 0..1
     * @param kept share that the threshold keeps, 0..1
     * @param sets other labelled sets, read through the application's own path
     * @param refusal how much of what is none of the labels is refused
     * @param parameters learned values
     * @param bytes size of {@code model.onnx}
     * @param latencyMicros one picture, one thread, all outputs, where it was exported
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measured(Double accuracy, double[] interval95, Integer errors, Integer images, Double correctedAccuracy,
            Double calibrationError, Double kept, List<OtherSet> sets, Refusal refusal, long parameters, long bytes,
            long latencyMicros, String note) {

        /** Size and speed, before anything was measured on pictures. */
        static Measured unread(long parameters, long bytes, long latencyMicros) {
            return new Measured(null, null, null, null, null, null, null, null, null, parameters, bytes, latencyMicros,
                    "no test set was read");
        }

        /** The same with the figures of a test set. */
        public Measured with(Evaluation e, String newNote) {
            return new Measured(e.accuracy(), e.interval95(), e.errors(), e.images(), e.correctedAccuracy(),
                    e.calibrationError(), e.kept(), sets, refusal, parameters, bytes, latencyMicros, newNote);
        }

        /** The same with another set, which replaces one of its name. */
        public Measured with(OtherSet set) {
            List<OtherSet> all = new ArrayList<>(sets == null ? List.of() : sets);
            all.removeIf(known -> known.name().equals(set.name()));
            all.add(set);
            return new Measured(accuracy, interval95, errors, images, correctedAccuracy, calibrationError, kept, all,
                    refusal, parameters, bytes, latencyMicros, note);
        }

        /** The same with another refusal. */
        public Measured with(Refusal newRefusal) {
            return new Measured(accuracy, interval95, errors, images, correctedAccuracy, calibrationError, kept, sets,
                    newRefusal, parameters, bytes, latencyMicros, note);
        }

        /** The same with another time for one picture. */
        public Measured with(long newLatencyMicros) {
            return new Measured(accuracy, interval95, errors, images, correctedAccuracy, calibrationError, kept, sets,
                    refusal, parameters, bytes, newLatencyMicros, note);
        }
    }

    /** Another set; the figures as in {@link Measured}. */
    public record OtherSet(String name, double accuracy, double[] interval95, int errors, int images) {}

    /**
     * Pictures of other things.
     *
     * @param set what they are
     * @param pictures how many
     * @param refused share that the threshold refuses, 0..1
     * @param refusedAt99 share that the largest threshold refuses which keeps 99 % of the test pictures, 0..1
     */
    public record Refusal(String set, int pictures, double refused, double refusedAt99) {}

    /** The fields that every model has and this does not. */
    List<String> missing() {
        Map<String, Object> needed = new LinkedHashMap<>();
        needed.put("name", name);
        needed.put("title", title);
        needed.put("labels", labels);
        needed.put("input", input);
        needed.put("outputs", outputs);
        needed.put("outputs.layers", outputs == null ? "" : outputs.layers());
        needed.put("calibration", calibration);
        needed.put("training", training);
        if (training != null) {
            needed.put("training.data", training.data() == null || training.data().isEmpty() ? null : training.data());
            needed.put("training.recipe", training.recipe());
            needed.put("training.network", training.network());
            needed.put("training.command", training.command());
            needed.put("training.libraries", training.libraries());
        }
        needed.put("measured", measured);
        return needed.keySet().stream().filter(field -> needed.get(field) == null).toList();
    }

    /** The same with other measurements. */
    public Manifest with(Measured other) {
        return new Manifest(name, title, description, labels, input, outputs, calibration, training, other, licence);
    }
}
