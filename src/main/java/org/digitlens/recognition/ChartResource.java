package org.digitlens.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.ErrorLatencyChart;
import org.digitlens.classifier.DigitClassifier;
import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelLatencies;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** Charts of all models together. */
@Path("api/v1/charts")
@ApplicationScoped
public class ChartResource {

    private ModelCatalogue catalogue;
    private ModelLatencies latencies;
    private ChartCache charts;

    /** For proxies. */
    protected ChartResource() { }

    @Inject
    public ChartResource(ModelCatalogue catalogue, ModelLatencies latencies, ChartCache charts) {
        this.catalogue = catalogue;
        this.latencies = latencies;
        this.charts = charts;
    }

    /**
     * The error of each model that can be compared with the default one against the time that it takes on this server, as
     * soon as that has been measured.
     */
    @GET
    @Path("error-latency")
    @Produces("image/png")
    public Response errorLatency(@BeanParam ChartParameters look, @Context Request request) {
        if (!latencies.areKnown()) {
            throw new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE,
                "The time that each model takes here is measured in the first seconds after the start, and not known yet."));
        }
        List<ModelManifest> manifests = catalogue.all().stream().map(DigitClassifier::manifest).toList();
        List<ErrorLatencyChart.Model> models = manifests.stream().filter(manifest -> comparable(manifest, manifests.get(0)))
            .map(this::model).flatMap(Optional::stream).toList();
        if (models.isEmpty()) {
            throw new ProblemException(Problem.of(Status.NOT_FOUND,
                "The manifests tell no accuracy that could be compared, so there is nothing to draw."));
        }
        return charts.answer("error-latency", look, request, (theme, scale) -> ErrorLatencyChart.png(models, theme, scale));
    }

    /** Whether errors of two models mean the same: of the same labels, and counted among equally many pictures. */
    private static boolean comparable(ModelManifest some, ModelManifest other) {
        return Set.copyOf(some.labels()).equals(Set.copyOf(other.labels())) && images(some).equals(images(other));
    }

    private static Optional<JsonValue> images(ModelManifest manifest) {
        return manifest.json().get("measured") instanceof JsonObject measured ? Optional.ofNullable(measured.get("images")) : Optional.empty();
    }

    private Optional<ErrorLatencyChart.Model> model(ModelManifest manifest) {
        var micros = latencies.micros(manifest.name());
        if (micros.isEmpty() || manifest.accuracy().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ErrorLatencyChart.Model(manifest.name(), 1 - manifest.accuracy().getAsDouble(),
            1 - manifest.accuracyBound(1).getAsDouble(), 1 - manifest.accuracyBound(0).getAsDouble(), Math.max(1, micros.getAsLong()),
            manifest.name().equals(catalogue.defaultName())));
    }
}
