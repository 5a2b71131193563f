package org.digitlens.training.measure;

/** Wilson's score interval of a share, at 95 %. */
public final class Wilson {
    private static final double Z = 1.959964;

    private Wilson() {}

    /** Lower and upper end, 0..1, of the share behind {@code hits} of {@code trials}. */
    public static double[] interval(int hits, int trials) {
        double share = (double) hits / trials;
        double centre = share + Z * Z / (2 * trials);
        double half = Z * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        double scale = 1 + Z * Z / trials;
        return new double[] {(centre - half) / scale, (centre + half) / scale};
    }
}
