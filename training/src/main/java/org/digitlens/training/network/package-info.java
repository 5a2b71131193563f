/**
 * Networks: what they compute in DJL and what that is in ONNX, side by side in one small class per
 * {@link org.digitlens.training.network.Layer}, so that the two cannot drift apart. Read
 * {@link org.digitlens.training.network.Networks} first: it lists the networks by name. May import {@code onnx} only.
 */
package org.digitlens.training.network;
