package org.digitlens.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the OpenAPI document against the routes. */
class OpenApiTest {

    private static final List<Method> ROUTES = routes();

    private final JsonObject document = Json.createReader(OpenApiTest.class.getResourceAsStream("/org/digitlens/openapi.json")).readObject();

    @Test
    void listsEveryRouteAndNoOther() {
        var documented = new TreeSet<String>();
        document.getJsonObject("paths").forEach((path, methods) ->
            methods.asJsonObject().keySet().forEach(method -> documented.add(method.toUpperCase() + " " + path)));
        var served = new TreeSet<String>();
        ROUTES.forEach(method -> served.add(verb(method) + " " + path(method)));
        assertEquals(served, documented);
    }

    @Test
    void listsTheMediaTypesThatRoutesTake() {
        document.getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject().forEach((verb, operation) -> {
            JsonObject body = operation.asJsonObject().getJsonObject("requestBody");
            if (body != null) {
                var taken = new TreeSet<String>();
                ROUTES.stream().filter(method -> path(method).equals(path))
                    .forEach(method -> taken.addAll(List.of(consumes(method).value())));
                assertEquals(taken.equals(Set.of("*/*")) ? Set.of("text/plain") : taken,
                    new TreeSet<>(body.getJsonObject("content").keySet()), path);
            }
        }));
    }

    private static Consumes consumes(Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        return own != null ? own : method.getDeclaringClass().getAnnotation(Consumes.class);
    }

    @Test
    void listsTheMediaTypesThatReadingsAreAnsweredIn() {
        var answered = new TreeSet<String>();
        ROUTES.stream().filter(method -> method.getDeclaringClass() == ReadingResource.class)
            .forEach(method -> answered.add(method.getAnnotation(Produces.class).value()[0].replaceFirst(";.*", "")));
        assertEquals(answered, document.getValue("/paths/~1api~1v1~1readings/post/responses/200/content").asJsonObject().keySet());
    }

    @Test
    void listsTheParametersOfAQuestion() {
        assertEquals(names(PredictionParameters.class), parameters("/api/v1/predictions", "post"));
        assertEquals(names(ReadingParameters.class), parameters("/api/v1/readings", "post"));
    }

    @Test
    void listsTheParametersOfCharts() {
        var look = new TreeSet<>(names(ChartParameters.class));
        assertEquals(look, parameters("/api/v1/charts/error-latency", "get"));
        look.addAll(Set.of("name", "chart"));
        assertEquals(look, parameters("/api/v1/models/{name}/charts/{chart}", "get"));
    }

    @Test
    void listsTheChartsThatThereAre() {
        var known = Stream.of(ModelChart.values()).map(ModelChart::key).toList();
        assertEquals(known, document.getValue("/components/parameters/chart/schema/enum").asJsonArray()
            .getValuesAs(JsonString::getString));
    }

    /** What an operation is documented to take, by name. */
    private Set<String> parameters(String path, String method) {
        var names = new TreeSet<String>();
        document.getJsonObject("paths").getJsonObject(path).getJsonObject(method).getJsonArray("parameters").getValuesAs(JsonObject.class)
            .forEach(reference -> names.add(((JsonObject) document.getValue(reference.getString("$ref").substring(1))).getString("name")));
        return names;
    }

    /** The query parameters of a class and those that it extends. */
    private static Set<String> names(Class<?> parameters) {
        var names = new TreeSet<String>();
        for (Class<?> type = parameters; type != Object.class; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredFields()).forEach(field -> names.add(field.getAnnotation(QueryParam.class).value()));
        }
        return names;
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        references(document).forEach(reference -> {
            JsonValue value = document.getValue(reference.substring(1));
            assertNotNull(value, reference);
        });
    }

    private static Stream<String> references(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().entrySet().stream().flatMap(entry -> entry.getKey().equals("$ref")
                ? Stream.of(((JsonString) entry.getValue()).getString()) : references(entry.getValue()));
            case ARRAY -> value.asJsonArray().stream().flatMap(OpenApiTest::references);
            default -> Stream.empty();
        };
    }

    private static List<Method> routes() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.digitlens").stream()
            .filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect)
            .flatMap(type -> Stream.of(type.getDeclaredMethods())).filter(method -> !verb(method).isEmpty()).toList();
    }

    private static String verb(Method method) {
        return Stream.of(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(verb -> verb != null).map(HttpMethod::value).findFirst().orElse("");
    }

    private static String path(Method method) {
        Path below = method.getAnnotation(Path.class);
        String root = method.getDeclaringClass().getAnnotation(Path.class).value();
        return ("/" + root + (below == null ? "" : "/" + below.value())).replace("//", "/");
    }
}
