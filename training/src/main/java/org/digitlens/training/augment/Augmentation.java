package org.digitlens.training.augment;

/**
 * How strongly pictures are changed. Every amount is drawn evenly from its range for each picture.
 *
 * @param rotation largest turn either way, degrees
 * @param shift largest move along each axis either way, pixels
 * @param scale largest change of size along each axis, as a share: 0.15 is 85 % to 115 %
 * @param shear largest slant either way, pixels per pixel
 * @param bend largest move of a knot of the elastic grid, pixels
 * @param bendChance share of pictures that are bent, 0..1
 * @param thickness strongest thickening or thinning: 1 moves an edge by a pixel
 * @param thicknessChance share of pictures whose pen is changed, 0..1
 */
public record Augmentation(double rotation, double shift, double scale, double shear, double bend, double bendChance,
        double thickness, double thicknessChance) {

    /** Pictures as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0);

    /** The same at a share of the strength, 0..1; chances stay. */
    public Augmentation times(double strength) {
        return new Augmentation(rotation * strength, shift * strength, scale * strength, shear * strength,
                bend * strength, bendChance, thickness * strength, thicknessChance);
    }
}
