/**
 * Labelled pictures: reading IDX files, checking and downloading MNIST, holding out validation data. Read
 * {@link org.digitlens.training.data.DataFolder} first. Pure Java: must import neither DJL nor ONNX.
 */
package org.digitlens.training.data;
