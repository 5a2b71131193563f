package org.digitlens.recognition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.digitlens.chart.Theme;

/**
 * Charts whose numbers cannot change while the application runs: each is drawn once for each look, and clients may keep
 * it as long as they ask whether it is still the same. There are as many as models, charts, themes and scales allow, each
 * some 20 KB.
 */
@ApplicationScoped
public class ChartCache {

    private final Map<Key, byte[]> drawn = new ConcurrentHashMap<>();

    private record Key(String chart, Theme theme, int scale) { }

    /** Draws a chart as a PNG file. */
    @FunctionalInterface
    interface Drawing {
        byte[] png(Theme theme, int scale);
    }

    /** The answer to a request for a chart; without the chart where the client has it already. */
    Response answer(String chart, ChartParameters look, Request request, Drawing drawing) {
        byte[] png = drawn.computeIfAbsent(new Key(chart, look.theme(), look.scale()), key -> drawing.png(key.theme(), key.scale()));
        var checksum = new CRC32();
        checksum.update(png);
        var tag = new EntityTag(Integer.toHexString(png.length) + "-" + Long.toHexString(checksum.getValue()));
        Response.ResponseBuilder same = same(request, tag);
        return (same == null ? Response.ok(png, "image/png").tag(tag) : same).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    /** Null where the client has it not, or says so in a header that cannot be understood. */
    private static Response.ResponseBuilder same(Request request, EntityTag tag) {
        try {
            return request.evaluatePreconditions(tag);
        } catch (ProcessingException e) {
            return null;
        }
    }
}
