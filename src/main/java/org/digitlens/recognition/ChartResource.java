package org.digitlens.recognition;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.chart.ErrorLatencyChart;
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

    /** The error of each model against the time that it takes on this server, as soon as that has been measured. */
    @GET
    @Path("error-latency")
    @Produces("image/png")
    public Response errorLatency(@BeanParam ChartParameters look, @Context Request request) {
        if (!latencies.areKnown()) {
            throw new ProblemException(Problem.of(Status.SERVICE_UNAVAILABLE,
                "The time that each model takes here is measured in the first seconds after the start, and not known yet."));
        }
        List<ErrorLatencyChart.Model> models = catalogue.all().stream().map(classifier -> model(classifier.manifest()))
            .flatMap(Optional::stream).toList();
        if (models.isEmpty()) {
            throw new ProblemException(Problem.of(Status.NOT_FOUND,
                "No model's manifest tells its accuracy, so there is nothing to draw."));
        }
        return charts.answer("error-latency", look, request, (theme, scale) -> ErrorLatencyChart.png(models, theme, scale));
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
