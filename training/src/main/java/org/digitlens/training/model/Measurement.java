package org.digitlens.training.model;

import org.digitlens.training.UserError;
import org.digitlens.training.data.DataSet;
import org.digitlens.training.data.DrawnLarge;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.data.Mnist;
import org.digitlens.training.measure.Calibration;
import org.digitlens.training.measure.Evaluation;
import org.digitlens.training.measure.OnnxClassifier;
import org.digitlens.training.measure.Refusal;
import org.digitlens.training.measure.Scores;

/** Measures an exported model, with its manifest's temperature and threshold. Owns the model's session: close it. */
public final class Measurement implements AutoCloseable {
    /** Share of the test pictures at which models' refusals are compared. */
    public static final double KEPT = 0.99;

    private final Manifest manifest;
    private final Calibration calibration;
    private final OnnxClassifier classifier;

    /** @throws UserError when there is no model */
    public Measurement(ModelFolder folder) {
        manifest = folder.manifest();
        calibration = new Calibration(manifest.calibration().temperature(), manifest.calibration().threshold());
        classifier = new OnnxClassifier(folder.model());
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * What the model says of 28 x 28 pictures.
     *
     * @throws UserError when it knows other labels
     */
    public Scores scores(LabelledImages images) {
        if (!images.names().equals(manifest.labels())) {
            throw new UserError("the model knows " + manifest.labels() + ", the data set " + images.names());
        }
        return classifier.scores(images);
    }

    /** The figures of a set that came as 28 x 28 pictures. */
    public Evaluation evaluate(Scores scores, DataSet set) {
        return Evaluation.of(scores, calibration, Mnist.disputed(set));
    }

    /** The figures of a set of pictures of any size, drawn large and sent through the application's own path. */
    public Evaluation evaluateDrawnLarge(LabelledImages images) {
        return evaluate(DrawnLarge.of(images));
    }

    /** The same of pictures that were drawn already. */
    public Evaluation evaluate(DrawnLarge drawn) {
        return Evaluation.of(scores(drawn.images()), calibration, drawn.blank());
    }

    /** What thresholds on the confidence keep of the known and refuse of the others. */
    public Refusal refusal(Scores known, Scores others) {
        return Refusal.of((scores, i) -> scores.confidence(i, calibration.temperature()), known, others);
    }

    /** For the manifest. */
    public Manifest.Refusal summary(Refusal refusal, String set) {
        return new Manifest.Refusal(set, refusal.others().length, round(refusal.refusedBy(calibration.threshold())),
                round(refusal.refusedKeeping(KEPT)));
    }

    /** For the report: what was read as what. */
    public Report.Confusion confusion(Scores scores, String set) {
        return new Report.Confusion(set, scores.confusion());
    }

    /** For the report: confidence against accuracy. */
    public Report.Reliability reliability(Scores scores, String set) {
        return new Report.Reliability(set, calibration.reliability(scores).rounded().bins());
    }

    /** What the model says of pictures that are none of the labels. */
    public Scores strangers(LabelledImages images) {
        return classifier.scores(images);
    }

    private static double round(double share) {
        return Math.round(share * 1e4) / 1e4;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
