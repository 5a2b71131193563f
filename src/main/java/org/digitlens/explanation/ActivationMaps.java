package org.digitlens.explanation;

import org.digitlens.classifier.FeatureMaps;

/**
 * What the maps of one convolution answered to a picture.
 *
 * @param layer   name of the convolution
 * @param maps    its maps after the rectifier, 0 = no answer
 * @param highest largest value of all maps
 * @param active  number of maps with any answer
 */
public record ActivationMaps(String layer, FeatureMaps maps, float highest, int active) {

    /** The maps of a layer. */
    public static ActivationMaps of(String layer, FeatureMaps maps) {
        float highest = 0;
        int active = 0;
        int size = maps.width() * maps.height();
        for (int map = 0; map < maps.count(); map++) {
            float most = 0;
            for (int i = map * size; i < (map + 1) * size; i++) {
                most = Math.max(most, maps.values()[i]);
            }
            highest = Math.max(highest, most);
            active += most > 0 ? 1 : 0;
        }
        return new ActivationMaps(layer, maps, highest, active);
    }
}
