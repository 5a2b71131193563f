package org.digitlens.training.linear;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.digitlens.training.UserError;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.model.TrainedModel;
import org.digitlens.training.network.ExportedGraph;
import org.digitlens.training.run.EpochResult;
import org.digitlens.training.run.RunDescription;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A softmax of weighted sums of pixels: multinomial logistic regression by Tribuo's stochastic gradient descent. Tribuo
 * sees a pixel as a feature named after its place, 0..1, and only those with ink. The logits are logarithms of the
 * probabilities that Tribuo predicts.
 */
public final class LinearSoftmax implements TrainedModel {
    /** Name of the command that trains it, and of the network in the manifest. */
    public static final String NAME = "softmax";
    /** In the manifest, where networks have their recipe. */
    public static final String RECIPE = "tribuo-adagrad";

    private static final double RATE = 0.1;
    private static final double EPSILON = 0.1;
    private static final int BATCH = 32;
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final RunDescription run;
    private final LinearSGDModel model;
    private final double seconds;

    private LinearSoftmax(RunDescription run, LinearSGDModel model, double seconds) {
        this.run = run;
        this.model = model;
        this.seconds = seconds;
    }

    /**
     * Learns; the same pictures and the same run give the same weights.
     *
     * @param run how many epochs, and with which seed
     * @throws UserError when there is a label without pictures, of which Tribuo would not know
     */
    public static LinearSoftmax learn(RunDescription run, LabelledImages images) {
        for (int label = 0; label < images.names().size(); label++) {
            int wanted = label;
            if (IntStream.of(images.labels()).noneMatch(found -> found == wanted)) {
                throw new UserError("there is no picture of " + images.names().get(label) + " to learn from; a softmax needs"
                        + " some of each of " + images.names());
            }
        }
        long began = System.nanoTime();
        TRIBUO.setLevel(Level.WARNING);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> examples =
                new MutableDataset<>(new SimpleDataSourceProvenance("pictures", labels), labels);
        float[] picture = new float[images.width() * images.height()];
        PixelFeatures features = new PixelFeatures(picture.length);
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, picture, 0);
            examples.add(features.example(picture, 0, new Label(images.names().get(images.labels()[i]))));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(RATE, EPSILON), run.epochs(), Integer.MAX_VALUE, BATCH, run.seed());
        LinearSGDModel model = (LinearSGDModel) trainer.train(examples);
        return new LinearSoftmax(run, model, (System.nanoTime() - began) / 1e9);
    }

    @Override
    public RunDescription run() {
        return run;
    }

    @Override
    public String command() {
        return String.format("%s --epochs %d --seed %d%s", NAME, run.epochs(), run.seed(), run.dataArgument());
    }

    /** Empty: Tribuo keeps the course of its training to itself. */
    @Override
    public List<EpochResult> history() {
        return List.of();
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public long size() {
        return (long) run.labels().size() * (model.getFeatureIDMap().size() + 1);
    }

    @Override
    public float[] logits(float[] pixels) {
        int area = run.height() * run.width();
        int count = pixels.length / area;
        int labels = run.labels().size();
        PixelFeatures features = new PixelFeatures(area);
        float[] logits = new float[count * labels];
        for (int i = 0; i < count; i++) {
            Example<Label> picture = features.example(pixels, i * area, LabelFactory.UNKNOWN_LABEL);
            Map<String, Label> scores = model.predict(picture).getOutputScores();
            for (int label = 0; label < labels; label++) {
                logits[i * labels + label] = (float) Math.log(scores.get(run.labels().get(label)).getScore());
            }
        }
        return logits;
    }

    @Override
    public ExportedGraph export(double temperature) {
        return LinearSoftmaxGraph.of(model, run, temperature);
    }
}
