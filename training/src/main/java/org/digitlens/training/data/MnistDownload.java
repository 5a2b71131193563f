package org.digitlens.training.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.digitlens.training.UserError;

/** Fetches MNIST's four files, from the first mirror that has each with the right sum. */
public final class MnistDownload {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final List<String> mirrors;
    private final Map<String, String> sums;

    /** @param mirrors folders, each ending in a slash, that hold the files gzipped */
    public MnistDownload(List<String> mirrors) {
        this(mirrors, Mnist.SUMS);
    }

    MnistDownload(List<String> mirrors, Map<String, String> sums) {
        this.mirrors = List.copyOf(mirrors);
        this.sums = new TreeMap<>(sums);
    }

    /**
     * Puts the files that are missing into a folder, which is made when it is missing too.
     *
     * @throws UserError when no mirror has one of them, with each mirror's reason
     */
    public void into(Path folder) {
        try {
            Files.createDirectories(folder);
            HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20))
                    .followRedirects(HttpClient.Redirect.NORMAL).build();
            for (String name : sums.keySet()) {
                Path file = folder.resolve(name + ".gz");
                if (!Files.isRegularFile(file) && !Files.isRegularFile(folder.resolve(name))) {
                    fetch(client, name, file);
                }
            }
        } catch (IOException e) {
            throw new UserError("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private void fetch(HttpClient client, String name, Path file) throws IOException {
        StringJoiner reasons = new StringJoiner("; ");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        for (String mirror : mirrors) {
            String problem = fetch(client, URI.create(mirror + name + ".gz"), part, sums.get(name));
            if (problem == null) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            reasons.add(mirror + ": " + problem);
        }
        Files.deleteIfExists(part);
        throw new UserError("cannot download " + name + " (" + reasons + ")");
    }

    /** Returns what went wrong, or null. */
    private static String fetch(HttpClient client, URI address, Path part, String sum) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                return "HTTP status " + response.statusCode();
            }
            Files.write(part, response.body());
            String found = IdxFile.read(part).sha256();
            return found.equals(sum) ? null : "sha-256 of the unpacked file is " + found + ", expected " + sum;
        } catch (UserError e) {
            return e.getMessage();
        } catch (IOException e) {
            return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("download interrupted", e);
        }
    }
}
