package org.digitlens.recognition;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.digitlens.chart.LearningCurveChart;
import org.digitlens.chart.RefusalChart;
import org.digitlens.chart.ReliabilityChart;

/** Reads {@code report.json}. Members that it does not know are left alone; those that it knows must make sense. */
final class ReportReader {

    private static final int MOST = 1_000_000_000;
    private static final int LONGEST = 2000;

    private final JsonObject json;
    private final int labels;

    private ReportReader(JsonObject json, int labels) {
        this.json = json;
        this.labels = labels;
    }

    /**
     * Reads a report.
     *
     * @param labels how many labels the model has
     * @throws IllegalArgumentException when it is no JSON object, or a part has another shape than expected; the message
     *         says which
     */
    static ModelReport read(byte[] file, int labels) {
        JsonValue value;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(file))) {
            value = reader.readValue();
        } catch (RuntimeException e) { // the parser has its own ways to tell of what it cannot take
            throw new IllegalArgumentException("it is no JSON: " + e.getMessage(), e);
        }
        if (!(value instanceof JsonObject object)) {
            throw wrong("the document", "an object", value);
        }
        var reader = new ReportReader(object, labels);
        return new ModelReport(reader.learning(), reader.confusion(), reader.reliability(), reader.refusal(), object);
    }

    private List<LearningCurveChart.Epoch> learning() {
        if (!has("learning")) {
            return List.of();
        }
        var epochs = new ArrayList<LearningCurveChart.Epoch>();
        for (JsonObject epoch : objects(json, "", "learning")) {
            String at = "learning[" + epochs.size() + "].";
            int previous = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1).number();
            epochs.add(new LearningCurveChart.Epoch(whole(epoch, at, "epoch", previous + 1, MOST), number(epoch, at, "loss", 0, MOST),
                heldOut(epoch, at)));
        }
        return List.copyOf(epochs);
    }

    private static OptionalDouble heldOut(JsonObject epoch, String at) {
        if (!epoch.containsKey("errors") && !epoch.containsKey("images")) {
            return OptionalDouble.empty();
        }
        int images = whole(epoch, at, "images", 1, MOST);
        return OptionalDouble.of((double) whole(epoch, at, "errors", 0, images) / images);
    }

    private Optional<ModelReport.Confusion> confusion() {
        if (!has("confusion")) {
            return Optional.empty();
        }
        JsonObject confusion = object("confusion");
        List<JsonValue> rows = array(confusion, "confusion.", "counts");
        if (rows.size() != labels) {
            throw wrong("confusion.counts", "a row for each of " + labels + " labels", rows.size());
        }
        var counts = new int[labels][labels];
        for (int actual = 0; actual < labels; actual++) {
            String at = "confusion.counts[" + actual + "]";
            if (!(rows.get(actual) instanceof JsonArray row) || row.size() != labels) {
                throw wrong(at, labels + " numbers", rows.get(actual));
            }
            for (int predicted = 0; predicted < labels; predicted++) {
                counts[actual][predicted] = whole(row.get(predicted), at + "[" + predicted + "]", 0, MOST);
            }
        }
        return Optional.of(new ModelReport.Confusion(text(confusion, "confusion.", "set"), counts));
    }

    private Optional<ModelReport.Reliability> reliability() {
        if (!has("reliability")) {
            return Optional.empty();
        }
        JsonObject reliability = object("reliability");
        var bins = new ArrayList<ReliabilityChart.Bin>();
        for (JsonObject bin : objects(reliability, "reliability.", "bins")) {
            String at = "reliability.bins[" + bins.size() + "].";
            double from = number(bin, at, "from", 0, 1);
            double to = number(bin, at, "to", from, 1);
            int count = whole(bin, at, "count", 0, MOST);
            bins.add(new ReliabilityChart.Bin(from, to, count, count == 0 ? Double.NaN : number(bin, at, "confidence", 0, 1),
                count == 0 ? Double.NaN : number(bin, at, "accuracy", 0, 1)));
        }
        return Optional.of(new ModelReport.Reliability(text(reliability, "reliability.", "set"), List.copyOf(bins)));
    }

    private Optional<ModelReport.Refusal> refusal() {
        if (!has("refusal")) {
            return Optional.empty();
        }
        JsonObject refusal = object("refusal");
        var curve = new ArrayList<RefusalChart.Point>();
        for (JsonObject point : objects(refusal, "refusal.", "curve")) {
            String at = "refusal.curve[" + curve.size() + "].";
            curve.add(new RefusalChart.Point(number(point, at, "kept", 0, 1), number(point, at, "refused", 0, 1)));
        }
        return Optional.of(new ModelReport.Refusal(text(refusal, "refusal.", "set"), whole(refusal, "refusal.", "pictures", 1, MOST),
            List.copyOf(curve)));
    }

    private boolean has(String part) {
        return json.containsKey(part) && !json.isNull(part);
    }

    private JsonObject object(String part) {
        if (json.get(part) instanceof JsonObject object) {
            return object;
        }
        throw wrong(part, "an object", json.get(part));
    }

    private static List<JsonObject> objects(JsonObject in, String at, String name) {
        var objects = new ArrayList<JsonObject>();
        for (JsonValue value : array(in, at, name)) {
            if (!(value instanceof JsonObject object)) {
                throw wrong(at + name + "[" + objects.size() + "]", "an object", value);
            }
            objects.add(object);
        }
        return objects;
    }

    private static List<JsonValue> array(JsonObject in, String at, String name) {
        if (in.get(name) instanceof JsonArray array && !array.isEmpty() && array.size() <= LONGEST) {
            return array;
        }
        throw wrong(at + name, String.format(Locale.ROOT, "a list of 1 to %,d", LONGEST),
            in.get(name) instanceof JsonArray array ? "a list of " + array.size() : in.get(name));
    }

    private static String text(JsonObject in, String at, String name) {
        if (in.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(at + name, "a text", in.get(name));
    }

    private static double number(JsonObject in, String at, String name, double least, double most) {
        if (in.get(name) instanceof JsonNumber number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw wrong(at + name, String.format(Locale.ROOT, "a number, %s to %s", least, most), in.get(name));
    }

    private static int whole(JsonObject in, String at, String name, int least, int most) {
        return whole(in.get(name), at + name, least, most);
    }

    private static int whole(JsonValue value, String at, int least, int most) {
        if (value instanceof JsonNumber number && number.doubleValue() >= least && number.doubleValue() <= most
                && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.intValue();
        }
        throw wrong(at, String.format(Locale.ROOT, "a whole number, %d to %d", least, most), value);
    }

    private static IllegalArgumentException wrong(String at, String expected, Object found) {
        return new IllegalArgumentException(at + ": expected " + expected + ", found "
            + (found == null ? "nothing" : DataUrl.shown(found.toString())));
    }
}
