/**
 * Pictures that are none of the labels, to learn doubt from (outlier exposure, Hendrycks et al., 2019). Read
 * {@link org.digitlens.training.outlier.Outliers} first. Pure Java: must import neither DJL nor ONNX.
 */
package org.digitlens.training.outlier;
