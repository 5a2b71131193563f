/**
 * Writing ONNX files. {@link org.digitlens.training.onnx.OnnxGraph} is all of it: a thin layer over the protobuf classes
 * that Tribuo ships. Knows nothing of networks, and must not import any other package of this project.
 */
package org.digitlens.training.onnx;
