/**
 * From data sets to {@code models/NAME/}. Start at {@link org.digitlens.training.command.TrainingTool}. One subject a
 * package: {@code data} (IDX files), {@code augment} (pictures made different), {@code network} and {@code onnx} (what is
 * computed), {@code run} (training), {@code measure} (how good), {@code model} (the folder that the application loads),
 * {@code command} (the command line, which may use all of them). DJL belongs to {@code network} and {@code run}, only
 * {@code measure} uses ONNX Runtime. This package holds what all of them share, and imports none.
 */
package org.digitlens.training;
