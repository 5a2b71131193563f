/**
 * From normalised ink to probabilities. A model is a folder with {@code model.onnx} and {@code manifest.json}; all that
 * the application knows of a network stands in its manifest, but for the time that it takes on this server, which {@link
 * org.digitlens.classifier.ModelLatencies} measures.
 *
 * <p>Read {@link org.digitlens.classifier.ModelCatalogue} first, then {@link
 * org.digitlens.classifier.DigitClassifier}. Only this package may import Tribuo and ONNX Runtime, and of the
 * application it may import {@code imaging} alone.
 */
package org.digitlens.classifier;
