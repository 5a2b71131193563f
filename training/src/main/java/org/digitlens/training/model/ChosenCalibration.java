package org.digitlens.training.model;

import java.util.Locale;
import org.digitlens.training.UserError;
import org.digitlens.training.data.LabelledImages;
import org.digitlens.training.measure.Calibration;
import org.digitlens.training.measure.Scores;
import org.digitlens.training.run.RunDescription;

/**
 * Temperature and threshold, and where they are from: chosen on pictures that the run held out, or, for a run that learned
 * from all training pictures, taken from a pilot, which is a model of the same network and recipe that did hold some out.
 *
 * @param chosenOn for the manifest: which pictures, and how
 * @param split for the manifest: what was held out
 * @param pilot the pilot's name, or null
 */
record ChosenCalibration(Calibration calibration, String chosenOn, String split, String pilot) {
    /** Share of held out pictures that the threshold keeps. */
    static final double KEPT = 0.99;

    /** Chooses both on the pictures that a run held out. */
    static ChosenCalibration on(Scores heldOut) {
        String how = String.format(Locale.ROOT, "%,d images held out of the training files: the temperature with the"
                + " smallest cross entropy, and the largest threshold that keeps %.0f %% of them", heldOut.size(),
                100 * KEPT);
        String split = String.format(Locale.ROOT,
                "%,d images held out of the training files, stratified by label, by a fixed seed", heldOut.size());
        return new ChosenCalibration(Calibration.chosenOn(heldOut, KEPT), how, split, null);
    }

    /**
     * Takes both from a pilot.
     *
     * @param learned all training pictures
     * @throws UserError when the pilot is another kind of model, or has held out nothing itself
     */
    static ChosenCalibration of(Manifest pilot, RunDescription run, LabelledImages learned) {
        String difference = difference(pilot, run);
        if (difference != null) {
            throw new UserError(pilot.name() + " is no pilot of this run: " + difference);
        }
        Manifest.Calibration theirs = pilot.calibration();
        return new ChosenCalibration(new Calibration(theirs.temperature(), theirs.threshold()),
                "taken from " + pilot.name() + ", the same network and recipe learned without the held out images; there: "
                        + theirs.chosenOn(),
                String.format(Locale.ROOT, "none held out: learned from all %,d images of the training files",
                        learned.size()),
                pilot.name());
    }

    /** What keeps a model from being a run's pilot, or null. */
    private static String difference(Manifest pilot, RunDescription run) {
        Manifest.Training training = pilot.training();
        if (training.pilot() != null) {
            return "it held out nothing itself, and has its threshold from " + training.pilot();
        }
        if (!pilot.labels().equals(run.labels())) {
            return "it knows " + pilot.labels() + ", the run " + run.labels();
        }
        if (!training.network().equals(run.network()) || !training.recipe().equals(run.recipe())
                || training.epochs() != run.epochs()) {
            return String.format("it is %s by %s in %d epochs, the run %s by %s in %d", training.network(),
                    training.recipe(), training.epochs(), run.network(), run.recipe(), run.epochs());
        }
        return null;
    }
}
