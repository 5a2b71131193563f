package org.digitlens.training.run;

import org.digitlens.training.augment.Augmentation;

/**
 * How a network is trained: stochastic gradient descent with momentum, the rate on one cycle.
 *
 * @param name its name on the command line
 * @param epochs passes over the pictures
 * @param batch pictures a step
 * @param peakRate highest learning rate of the cycle
 * @param momentum share of the last step that is kept
 * @param weightDecay pull of weights towards 0, as a gradient per unit of weight
 * @param labelSmoothing share of a label's probability that is spread over all labels
 * @param averaging decay a step of the exponential moving average of all parameters, which is what is shipped
 * @param outliers pictures of no label for each learned picture; every label is to be equally probable for them
 * @param segments cut parts of numbers whose digits touch, for each learned picture: some are a digit still, some of no label
 * @param teaching weight of the teachers' opinion against the true label, 0..1, where there are teachers
 * @param augmentation how pictures are changed
 * @param gentleEpochs last epochs, with weaker augmentation
 * @param gentleStrength strength of augmentation in those, as a share
 */
public record Recipe(String name, int epochs, int batch, double peakRate, double momentum, double weightDecay,
        double labelSmoothing, double averaging, double outliers, double segments, double teaching, Augmentation augmentation,
        int gentleEpochs, double gentleStrength) {

    /** The same for another number of epochs; the gentle ones keep their share. */
    public Recipe withEpochs(int other) {
        int gentle = (int) Math.round((double) gentleEpochs * other / epochs);
        return new Recipe(name, other, batch, peakRate, momentum, weightDecay, labelSmoothing, averaging, outliers,
                segments, teaching, augmentation, gentle, gentleStrength);
    }

    /** Augmentation in an epoch, from 0. */
    public Augmentation augmentationIn(int epoch) {
        return epoch < epochs - gentleEpochs ? augmentation : augmentation.times(gentleStrength);
    }

    /** Learning rate after a share of the whole training, 0..1: up in a line, down in half a cosine. */
    public double rateAt(double progress) {
        double rise = 0.25;
        if (progress < rise) {
            return peakRate * (0.1 + 0.9 * progress / rise);
        }
        double fall = (progress - rise) / (1 - rise);
        return peakRate * (0.001 + 0.999 * (1 + Math.cos(Math.PI * fall)) / 2);
    }
}
