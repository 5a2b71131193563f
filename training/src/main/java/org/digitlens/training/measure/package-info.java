/**
 * How good a model is. Read {@link org.digitlens.training.measure.Scores} first: logits with the true labels, and what
 * follows from them. Only {@code OnnxClassifier} and {@code Latency} may use ONNX Runtime; nothing here uses DJL.
 */
package org.digitlens.training.measure;
