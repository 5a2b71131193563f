package org.digitlens.training.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.digitlens.chart.ConfusionChart;
import org.digitlens.chart.ErrorLatencyChart;
import org.digitlens.chart.LearningCurveChart;
import org.digitlens.chart.RefusalChart;
import org.digitlens.chart.ReliabilityChart;
import org.digitlens.chart.Theme;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Report;

/** The application's charts of a model, as PNG files on white paper. */
public final class Charts {
    static final String ERROR_LATENCY = "error-latency.png";
    static final String LEARNING = "learning-curves.png";
    static final String CONFUSION = "confusion.png";
    static final String RELIABILITY = "reliability.png";
    static final String REFUSAL = "refusal.png";
    private static final int SCALE = 2;
    private static final String DEFAULT = "digits";

    private Charts() {}

    /** What the report allows to draw, by file name. */
    public static Map<String, byte[]> of(Manifest manifest, Report report) throws IOException {
        Map<String, byte[]> charts = new LinkedHashMap<>();
        if (report.learning() != null) {
            charts.put(LEARNING, LearningCurveChart.png(
                    report.learning().stream().map(Charts::epoch).toList(), Theme.LIGHT, SCALE));
        }
        if (report.confusion() != null) {
            charts.put(CONFUSION,
                    ConfusionChart.png(manifest.labels(), report.confusion().counts(), Theme.LIGHT, SCALE));
        }
        if (report.reliability() != null) {
            charts.put(RELIABILITY, ReliabilityChart.png(
                    report.reliability().bins().stream().map(Charts::bin).toList(), Theme.LIGHT, SCALE));
        }
        if (report.refusal() != null) {
            charts.put(REFUSAL, RefusalChart.png(report.refusal().curve().stream()
                    .map(point -> new RefusalChart.Point(point.kept(), point.refused())).toList(),
                    chosen(manifest.measured()), Theme.LIGHT, SCALE));
        }
        for (Map.Entry<String, byte[]> chart : charts.entrySet()) {
            chart.setValue(onWhite(chart.getValue()));
        }
        return charts;
    }

    /** Error on the test set against latency, of the models that have both; empty when none has. */
    public static Optional<byte[]> errorLatency(List<ModelFolder> models) throws IOException {
        List<ErrorLatencyChart.Model> measured = ModelTable.ordered(models).stream().map(ModelFolder::manifest)
                .map(Charts::errorLatency).filter(Objects::nonNull).toList();
        return measured.isEmpty()
                ? Optional.empty() : Optional.of(onWhite(ErrorLatencyChart.png(measured, Theme.LIGHT, SCALE)));
    }

    private static ErrorLatencyChart.Model errorLatency(Manifest manifest) {
        Manifest.Measured m = manifest.measured();
        return m.accuracy() == null ? null : new ErrorLatencyChart.Model(manifest.name(), 1 - m.accuracy(),
                1 - m.interval95()[1], 1 - m.interval95()[0], m.latencyMicros(), manifest.name().equals(DEFAULT));
    }

    private static LearningCurveChart.Epoch epoch(Report.Epoch epoch) {
        return new LearningCurveChart.Epoch(epoch.epoch(), epoch.loss(), epoch.errors() == null
                ? OptionalDouble.empty() : OptionalDouble.of((double) epoch.errors() / epoch.images()));
    }

    private static ReliabilityChart.Bin bin(org.digitlens.training.measure.Reliability.Bin bin) {
        boolean empty = bin.count() == 0;
        return new ReliabilityChart.Bin(bin.from(), bin.to(), bin.count(), empty ? Double.NaN : bin.confidence(),
                empty ? Double.NaN : bin.accuracy());
    }

    private static Optional<RefusalChart.Point> chosen(Manifest.Measured measured) {
        return measured.kept() == null || measured.refusal() == null ? Optional.empty()
                : Optional.of(new RefusalChart.Point(measured.kept(), measured.refusal().refused()));
    }

    /** The application's charts are transparent, which a page of unknown colour does not suit. */
    private static byte[] onWhite(byte[] png) throws IOException {
        BufferedImage chart = ImageIO.read(new ByteArrayInputStream(png));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(chart.getColorModel() instanceof IndexColorModel palette
                ? new BufferedImage(opaque(palette), chart.getRaster(), false, null) : opaque(chart), "png", out);
        return out.toByteArray();
    }

    /** The same colours over white. */
    private static IndexColorModel opaque(IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        for (int i = 0; i < colours.length; i++) {
            int alpha = colours[i] >>> 24;
            colours[i] = over(colours[i] >> 16 & 255, alpha) << 16 | over(colours[i] >> 8 & 255, alpha) << 8
                    | over(colours[i] & 255, alpha);
        }
        return new IndexColorModel(palette.getPixelSize(), colours.length, colours, 0, false, -1, palette.getTransferType());
    }

    private static int over(int value, int alpha) {
        return (value * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    private static BufferedImage opaque(BufferedImage chart) {
        BufferedImage paper = new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.drawImage(chart, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return paper;
    }
}
