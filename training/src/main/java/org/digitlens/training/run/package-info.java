/**
 * Training. Read {@link org.digitlens.training.run.TrainingRun} first, then {@link org.digitlens.training.run.Recipes}.
 * May use {@code data}, {@code augment}, {@code network} and {@code measure}; must not know of model folders or the
 * command line.
 */
package org.digitlens.training.run;
