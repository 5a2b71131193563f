package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The training tool as a person uses it, in this JVM. */
final class Tool {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs a command that must end well, and gives what it printed. */
    String runs(String... arguments) {
        int status = execute(arguments);
        assertEquals(0, status, () -> String.join(" ", arguments) + ": " + err);
        return out.toString();
    }

    /** Runs a command that must fail with one line that says so. */
    void complains(String expected, String... arguments) {
        assertEquals(1, execute(arguments), out::toString);
        assertTrue(err.toString().contains(expected), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(err.toString().contains("Exception:"), err.toString());
    }

    /** Runs a command line that cannot be parsed; what is wrong stands in the first line, before the usage. */
    void misunderstands(String expected, String... arguments) {
        assertEquals(2, execute(arguments), out::toString);
        assertTrue(err.toString().lines().findFirst().orElse("").contains(expected), err.toString());
        assertTrue(err.toString().contains("Usage: digitlens-train"), err.toString());
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine tool = TrainingTool.commandLine();
        tool.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return tool.execute(arguments);
    }
}
