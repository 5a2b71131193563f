package org.digitlens.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's process, seen from outside by the JDK's own tool. */
final class ServerProcess {

    private static final Pattern USED = Pattern.compile("(?:garbage-first heap|PSYoungGen|ParOldGen|def new generation|tenured generation)"
        + " .*used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");
    private static final Pattern THREAD = Pattern.compile("(?m)^\".*\" #\\d+");
    private static final double KIB_PER_MIB = 1024;

    private final long pid;

    private ServerProcess(long pid) {
        this.pid = pid;
    }

    /** The one that the tests started, or that listens on the port of an address that was given. */
    static ServerProcess at(URI address) {
        String home = Path.of(System.getProperty("digitlens.server.home")).toAbsolutePath().toString();
        boolean given = System.getProperty("digitlens.attack.address") != null;
        String mark = given ? "jboss.http.port=" + address.getPort() : home;
        return new ServerProcess(ProcessHandle.allProcesses().filter(process -> {
            String command = commandLine(process);
            return command.contains(mark) && command.matches("(?s)[^ ]*java .*")
                && (command.contains("jboss-modules.jar") || command.contains("com.sun.enterprise.glassfish.bootstrap"));
        }).findFirst().orElseThrow(() -> new IllegalStateException("found no server process with " + mark)).pid());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    /** MiB of heap in use after a full collection. */
    double heap() {
        command("GC.run");
        command("GC.run");
        Matcher used = USED.matcher(command("GC.heap_info"));
        long kib = 0;
        while (used.find()) {
            kib += Long.parseLong(used.group(1));
        }
        if (kib == 0) {
            throw new IllegalStateException("GC.heap_info speaks of a collector that is not known here");
        }
        return kib / KIB_PER_MIB;
    }

    /** MiB of the whole process; 0 where the system does not tell. */
    double resident() {
        try {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return resident.find() ? Long.parseLong(resident.group(1)) / KIB_PER_MIB : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    int threads() {
        return (int) THREAD.matcher(command("Thread.print")).results().count();
    }

    private String command(String what) {
        try {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), what)
                .redirectErrorStream(true).start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
