package org.digitlens.page;

import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.digitlens.ink.Ink;

/** A finger on a touch screen; the browser treats what it does as a real touch, scrolling included. */
final class Finger {

    private final CDPSession session;

    Finger(Page page) {
        session = page.context().newCDPSession(page);
    }

    /** Strokes in pixels of the viewport. */
    void draw(List<List<Ink.Point>> strokes) {
        for (List<Ink.Point> stroke : strokes) {
            touch("touchStart", List.of(stroke.get(0)));
            stroke.forEach(point -> touch("touchMove", List.of(point)));
            touch("touchEnd", List.of());
        }
    }

    private void touch(String type, List<Ink.Point> points) {
        var touches = new JsonArray();
        for (Ink.Point point : points) {
            var touch = new JsonObject();
            touch.addProperty("x", point.x());
            touch.addProperty("y", point.y());
            touches.add(touch);
        }
        var event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", touches);
        session.send("Input.dispatchTouchEvent", event);
    }
}
