package org.digitlens.classifier;

import java.util.Map;

/**
 * One run of a model.
 *
 * @param prediction what it says
 * @param maps       the inner tensors that were asked for, by output name
 */
public record Inference(Prediction prediction, Map<String, FeatureMaps> maps) { }
