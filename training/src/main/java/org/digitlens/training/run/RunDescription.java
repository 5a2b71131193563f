package org.digitlens.training.run;

import java.util.List;
import org.digitlens.training.data.DataSet;

/**
 * What a run is, settled before it starts; a run resumes only as what it was started as.
 *
 * @param network name of the network
 * @param labels label names, in the order of the logits
 * @param height of the pictures, pixels
 * @param width of the pictures, pixels
 * @param recipe name of the recipe
 * @param epochs passes over the pictures
 * @param seed fixes starting weights, order and augmentation
 * @param heldOut number of pictures held out for validation
 * @param data files learned from
 * @param startedFrom run whose weights it started from, or null
 */
public record RunDescription(String network, List<String> labels, int height, int width, String recipe, int epochs,
        long seed, int heldOut, List<DataSet.Source> data, String startedFrom) {}
