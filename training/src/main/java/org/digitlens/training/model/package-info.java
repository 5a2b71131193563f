/**
 * The folder of a model, which is the contract with the application: {@code model.onnx}, {@code manifest.json},
 * {@code golden.json}. Read {@link org.digitlens.training.model.Manifest} first, then
 * {@link org.digitlens.training.model.ModelExport}. Pictures come through the application's own {@code imaging} classes,
 * which are compiled into this project from their source.
 */
package org.digitlens.training.model;
