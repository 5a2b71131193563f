package org.digitlens.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.digitlens.training.UserError;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.digitlens.training.model.Stopwatch;
import org.digitlens.training.report.Charts;
import org.digitlens.training.report.ModelPage;
import org.digitlens.training.report.ModelTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compare}: all models, as pages to read. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Writes a page with one table of all models, and one page with charts for each, out of what their"
                + " manifest.json and report.json say; prints the table.")
final class CompareCommand implements Callable<Integer> {

    @Option(names = "--models", paramLabel = "DIR", defaultValue = "../models",
            description = "folder of the models' folders; default: ${DEFAULT-VALUE}")
    private Path models;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "../docs/models",
            description = "folder of the pages; README.md, error-latency.png and NAME/ are replaced; default: ${DEFAULT-VALUE}")
    private Path to;

    @Option(names = "--time", description = "first time all models again, in turn, and write that into their manifests; on a"
            + " machine that does nothing else, so that the times can be compared")
    private boolean time;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<ModelFolder> found = ModelFolder.in(models);
        if (found.isEmpty()) {
            throw new UserError("no model in " + models + ": none of its folders has a manifest.json");
        }
        if (time) {
            Stopwatch.time(found);
        }
        Optional<byte[]> chart = Charts.errorLatency(found);
        String table = ModelTable.markdown(found, chart.isPresent());
        Files.createDirectories(to);
        Files.writeString(to.resolve("README.md"), table);
        if (chart.isPresent()) {
            Files.write(to.resolve("error-latency.png"), chart.get());
        }
        for (ModelFolder model : found) {
            write(model);
        }
        PrintWriter out = spec.commandLine().getOut();
        table.lines().filter(line -> line.startsWith("|")).forEach(out::println);
        out.flush();
        return 0;
    }

    private void write(ModelFolder model) throws IOException {
        Manifest manifest = model.manifest();
        Map<String, byte[]> charts = Charts.of(manifest, model.report());
        Path folder = Files.createDirectories(to.resolve(model.name()));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path chart : old.filter(file -> file.toString().endsWith(".png")).toList()) {
                Files.delete(chart);
            }
        }
        for (Map.Entry<String, byte[]> chart : charts.entrySet()) {
            Files.write(folder.resolve(chart.getKey()), chart.getValue());
        }
        Files.writeString(folder.resolve("report.md"), ModelPage.markdown(manifest, model.report(), charts.keySet()));
    }
}
