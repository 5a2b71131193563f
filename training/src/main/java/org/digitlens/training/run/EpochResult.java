package org.digitlens.training.run;

import java.util.Locale;

/**
 * One epoch's line in the log.
 *
 * @param epoch from 1
 * @param loss mean smoothed cross entropy of the training pictures, nats
 * @param errors wrong among the validation pictures, by the averaged weights
 * @param validation number of validation pictures; 0 when none were held out
 * @param seconds that the epoch took
 */
public record EpochResult(int epoch, double loss, int errors, int validation, double seconds) {
    static final String HEADER = "epoch,loss,validation_errors,validation_images,seconds";

    String csv() {
        return String.format(Locale.ROOT, "%d,%.5f,%d,%d,%.1f", epoch, loss, errors, validation, seconds);
    }
}
