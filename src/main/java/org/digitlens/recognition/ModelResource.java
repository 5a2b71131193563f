package org.digitlens.recognition;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.classifier.ModelCatalogue;
import org.digitlens.classifier.ModelLatencies;
import org.digitlens.classifier.ModelManifest;
import org.digitlens.web.ActiveLocale;
import org.digitlens.web.Problem;
import org.digitlens.web.ProblemException;

/** The models that can be asked: their manifests, which one answers by default, how fast they are here, their reports. */
@Path("api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ModelResource {

    private ModelCatalogue catalogue;
    private ModelLatencies latencies;
    private ModelReports reports;
    private ChartCache charts;

    /** For proxies. */
    protected ModelResource() { }

    @Inject
    public ModelResource(ModelCatalogue catalogue, ModelLatencies latencies, ModelReports reports, ChartCache charts) {
        this.catalogue = catalogue;
        this.latencies = latencies;
        this.reports = reports;
        this.charts = charts;
    }

    /** All of them. */
    @GET
    public String models(@Context HttpHeaders headers) {
        var models = Json.createArrayBuilder();
        catalogue.all().forEach(classifier -> models.add(described(classifier.manifest(), ActiveLocale.of(headers))));
        return models.build().toString();
    }

    /** One of them. */
    @GET
    @Path("{name}")
    public String model(@PathParam("name") String name, @Context HttpHeaders headers) {
        return described(manifest(name), ActiveLocale.of(headers)).toString();
    }

    /** What the training found out about it beside the manifest. */
    @GET
    @Path("{name}/report")
    public String report(@PathParam("name") String name) {
        return report(manifest(name)).json().toString();
    }

    /** A chart of its report. */
    @GET
    @Path("{name}/charts/{chart}")
    @Produces("image/png")
    public Response chart(@PathParam("name") String name, @PathParam("chart") String key, @BeanParam ChartParameters look,
            @Context Request request) {
        ModelManifest manifest = manifest(name);
        ModelReport report = report(manifest);
        ModelChart chart = ModelChart.of(key).filter(known -> known.isIn(report)).orElseThrow(() -> notFound("chart",
            "The model " + name + " has no chart " + DataUrl.shown(key) + "; expected one of "
                + ModelChart.in(report).stream().map(ModelChart::key).collect(Collectors.joining(", ")) + "."));
        return charts.answer(name + "/" + key, look, request, (theme, scale) -> chart.png(report, manifest, theme, scale));
    }

    private ModelManifest manifest(String name) {
        return catalogue.find(name).orElseThrow(() -> Question.unknownModel(name, catalogue)).manifest();
    }

    private ModelReport report(ModelManifest manifest) {
        return reports.find(manifest.name()).orElseThrow(() -> notFound("name", "The model " + manifest.name() + " has no report"
            + reports.unusable(manifest.name()).map(reason -> "; its " + reason).orElse("") + "."));
    }

    private static ProblemException notFound(String field, String detail) {
        return new ProblemException(Problem.ofField(Status.NOT_FOUND, field, detail));
    }

    private JsonObject described(ModelManifest manifest, Locale locale) {
        var json = Json.createObjectBuilder(manifest.json()).add("default", manifest.name().equals(catalogue.defaultName()))
            .remove("here");
        latencies.micros(manifest.name()).ifPresent(micros -> json.add("here", Json.createObjectBuilder().add("latencyMicros", micros)));
        Optional<ModelReport> report = reports.find(manifest.name());
        var words = Json.createObjectBuilder();
        report.ifPresent(known -> ModelChart.in(known).forEach(chart ->
            words.add(chart.key(), new Descriptions(locale).of(chart, known, manifest))));
        return json.add("charts", words).build();
    }
}
