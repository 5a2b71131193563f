package org.digitlens.classifier;

/**
 * A tensor of one picture: several maps of the same size.
 *
 * @param count  number of maps
 * @param height of a map in cells
 * @param width  of a map in cells
 * @param values map by map, row-major: {@code values[(map * height + y) * width + x]}; not copied
 */
public record FeatureMaps(int count, int height, int width, float[] values) {

    public FeatureMaps {
        if (values.length != count * height * width) {
            throw new IllegalArgumentException("expected " + count + " x " + height + " x " + width + " values, found "
                + values.length);
        }
    }

    /** The value of a cell. */
    public float at(int map, int x, int y) {
        return values[(map * height + y) * width + x];
    }
}
