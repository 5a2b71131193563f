package org.digitlens.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.digitlens.classifier.ModelCatalogue;

/** What those who run or program against the application ask it: is it well, what has it done, what can it do. */
@Path("")
@ApplicationScoped
public class OperationsResource {

    private static final int RETRY_SECONDS = 5;

    private ModelCatalogue catalogue;
    private ModelReports reports;
    private RecognitionMetrics metrics;

    /** For proxies. */
    protected OperationsResource() { }

    @Inject
    public OperationsResource(ModelCatalogue catalogue, ModelReports reports, RecognitionMetrics metrics) {
        this.catalogue = catalogue;
        this.reports = reports;
        this.metrics = metrics;
    }

    /** Whether the application runs, in MicroProfile Health's form. */
    @GET
    @Path("health/live")
    @Produces(MediaType.APPLICATION_JSON)
    public Response live() {
        return health("live", true, Json.createObjectBuilder());
    }

    /** Whether the default model is loaded; names the models that are not served, and why. */
    @GET
    @Path("health/ready")
    @Produces(MediaType.APPLICATION_JSON)
    public Response ready() {
        JsonObjectBuilder data = Json.createObjectBuilder().add("default", catalogue.defaultName());
        catalogue.names().forEach(name -> data.add(name, "loaded" + reports.unusable(name).map(reason -> "; " + reason).orElse("")));
        catalogue.refused().forEach((name, reason) -> data.add(name, "not served: " + reason));
        return health("models", catalogue.isReady(), data);
    }

    private static Response health(String check, boolean up, JsonObjectBuilder data) {
        String status = up ? "UP" : "DOWN";
        return Response.status(up ? Status.OK : Status.SERVICE_UNAVAILABLE).header("Cache-Control", "no-store")
            .header(HttpHeaders.RETRY_AFTER, up ? null : RETRY_SECONDS)
            .entity(Json.createObjectBuilder().add("status", status).add("checks", Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("name", check).add("status", status).add("data", data))).build().toString())
            .build();
    }

    /** Predictions counted and timed, and the models served, in Prometheus' text format. */
    @GET
    @Path("metrics")
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String metrics() {
        return metrics.text(catalogue.names());
    }

    /** The OpenAPI document. */
    @GET
    @Path("openapi")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] openApi() {
        try (InputStream document = OperationsResource.class.getResourceAsStream("/org/digitlens/openapi.json")) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
