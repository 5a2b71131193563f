package org.digitlens.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A WildFly as it comes out of its archive, none of our scripts applied, that serves the packaged WAR until closed.
 * It shares the modules of the server that the build unpacked for the other tests, and has its own base directory.
 */
final class StockWildFly implements AutoCloseable {

    private static final int PORT_OFFSET = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;

    /** @param configuration the name of one of the configurations that WildFly ships, {@code standalone.xml} for one */
    StockWildFly(String configuration) throws IOException {
        var home = Path.of(System.getProperty("digitlens.server.home")).toAbsolutePath();
        var base = home.resolveSibling("stock-" + configuration);
        deleteTree(base);
        copyFiles(home.resolve("standalone/configuration"), Files.createDirectories(base.resolve("configuration")));
        var deployments = Files.createDirectories(base.resolve("deployments"));
        Files.copy(Deployments.packagedWar().toPath(), deployments.resolve("digitlens.war"));
        log = base.resolve("console.log");
        process = start(home, base, configuration);
        awaitDeployment(deployments);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + (8080 + PORT_OFFSET) + "/");
    }

    private Process start(Path home, Path base, String configuration) throws IOException {
        var builder = new ProcessBuilder(home.resolve("bin/standalone.sh").toString(),
            "-c", configuration, "-Djboss.server.base.dir=" + base, "-Djboss.socket.binding.port-offset=" + PORT_OFFSET)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(Set.of("JBOSS_HOME", "JAVA_OPTS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private void awaitDeployment(Path deployments) throws IOException {
        var giveUp = Instant.now().plus(PATIENCE);
        while (!Files.exists(deployments.resolve("digitlens.war.deployed"))) {
            var failed = Files.exists(deployments.resolve("digitlens.war.failed")) || !process.isAlive();
            if (failed || Instant.now().isAfter(giveUp)) {
                close();
                throw new IllegalStateException("the stock WildFly did not deploy the WAR:\n" + Files.readString(log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The script that starts the server waits for the server's own process, so both are ended. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        for (var file : list(from)) {
            if (Files.isRegularFile(file)) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.isDirectory(tree)) {
            for (var child : list(tree)) {
                deleteTree(child);
            }
        }
        Files.deleteIfExists(tree);
    }
}
