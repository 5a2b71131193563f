package org.digitlens.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class NamePlacesTest {

    private static final double[][] SEVEN_CLOSE_TOGETHER = {{300, 200}, {305, 204}, {309, 195}, {312, 208}, {296, 210}, {301, 190}, {318, 201}};

    private final NamePlaces places = new NamePlaces(640, 34, 434, 18);

    @Test
    void aLoneNameStandsRightBesideItsSpot() {
        places.spot(100, 100);
        Rectangle2D place = places.take(100, 100, 60);
        assertTrue(place.getX() > 107 && place.getX() < 120, place::toString);
        assertEquals(100, place.getCenterY());
        assertTrue(places.leader(100, 100, place).isEmpty());
    }

    @Test
    void atTheRightEdgeItStandsOnTheLeft() {
        places.spot(600, 100);
        assertTrue(places.take(600, 100, 80).getMaxX() < 600);
    }

    @Test
    void noNameHidesAnotherOrASpot() {
        List<Rectangle2D> names = new ArrayList<>();
        for (double[] spot : SEVEN_CLOSE_TOGETHER) {
            places.spot(spot[0], spot[1]);
        }
        for (double[] spot : SEVEN_CLOSE_TOGETHER) {
            names.add(places.take(spot[0], spot[1], 90));
        }
        for (Rectangle2D name : names) {
            assertTrue(new Rectangle2D.Double(0, 34, 640, 400).contains(name), name::toString);
            names.stream().filter(other -> other != name).forEach(other -> assertFalse(name.intersects(other), name + " and " + other));
            for (double[] spot : SEVEN_CLOSE_TOGETHER) {
                assertFalse(name.contains(spot[0], spot[1]), name::toString);
            }
        }
    }

    @Test
    void aLineLeadsToANameFarAway() {
        places.bar(250, 0, 500);
        places.bar(330, 0, 500);
        places.spot(300, 200);
        Rectangle2D place = places.take(300, 200, 60);
        assertTrue(place.getX() > 330 || place.getMaxX() < 250, place::toString);
        assertTrue(places.leader(300, 200, place).isPresent());
    }
}
