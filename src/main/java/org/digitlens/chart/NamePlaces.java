package org.digitlens.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for names beside spots on a sheet, so that nothing hides anything else; all in units. */
final class NamePlaces {

    private static final double RADIUS = 7;
    private static final double BESIDE = 12;
    private static final double BAR = 4;
    private static final double NEAR = 20;
    private static final double[] ASIDE = {0, 24, 48, 72, 96, 120};
    private static final int STEPS = 12;
    private static final double HIDING = 40;

    private final Rectangle2D sheet;
    private final double height;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param height of a line of letters */
    NamePlaces(double width, double top, double bottom, double height) {
        sheet = new Rectangle2D.Double(0, top, width, bottom - top);
        this.height = height;
    }

    /** There is a spot. */
    void spot(double x, double y) {
        taken.add(new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
    }

    /** There is an upright bar. */
    void bar(double x, double top, double bottom) {
        taken.add(new Rectangle2D.Double(x - BAR, top, 2 * BAR, bottom - top));
    }

    /** The best place for a name that belongs to a spot: near, and on nothing else. */
    Rectangle2D take(double x, double y, double width) {
        Rectangle2D best = null;
        double least = Double.MAX_VALUE;
        for (int step = -STEPS; step <= STEPS; step++) {
            for (double aside : ASIDE) {
                for (double left : new double[] {x + BESIDE + aside, x - BESIDE - aside - width}) {
                    var place = new Rectangle2D.Double(left, y - height / 2 + step * height / 2, width, height);
                    double cost = Math.abs(step) * height / 2 + aside + (left < x ? 1 : 0) + HIDING * hidden(place);
                    if (cost < least) {
                        least = cost;
                        best = place;
                    }
                }
            }
        }
        taken.add(best);
        return best;
    }

    /** How much of a place is not free, in squares of a letter's height; none where it touches nothing. */
    private double hidden(Rectangle2D place) {
        double hidden = area(place) - area(place.createIntersection(sheet));
        for (Rectangle2D other : taken) {
            Rectangle2D common = place.createIntersection(other);
            hidden += common.isEmpty() ? 0 : height + area(common);
        }
        return hidden / height;
    }

    private static double area(Rectangle2D rectangle) {
        return rectangle.isEmpty() ? 0 : rectangle.getWidth() * rectangle.getHeight();
    }

    /** From a spot to its name, where that is not near. */
    Optional<Line2D> leader(double x, double y, Rectangle2D place) {
        double toX = place.getX() > x ? place.getX() - 2 : place.getMaxX() + 2;
        double distance = Math.hypot(toX - x, place.getCenterY() - y);
        return distance < NEAR ? Optional.empty() : Optional.of(new Line2D.Double(x, y, toX, place.getCenterY()));
    }
}
