package org.digitlens.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.digitlens.training.UserError;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry: {@code train}, {@code export}, {@code evaluate} and so on, one class a command. */
@Command(
        name = "digitlens-train",
        description = "Trains the models of DigitLens: data sets in, models/NAME/ out.",
        subcommands = {DrawCommand.class, TrainCommand.class, PretrainCommand.class, ExportCommand.class,
                EvaluateCommand.class, CompareCommand.class, SoftmaxCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        version = "digitlens-train 1.0.0")
public final class TrainingTool {
    private static final int THREADS = 2;

    private TrainingTool() {}

    public static void main(String[] arguments) {
        int status = commandLine().execute(arguments);
        if (status != CommandLine.ExitCode.OK) {
            System.exit(status);
        }
    }

    /** The parser, with errors that a person can put right told in one line, and only those. */
    static CommandLine commandLine() {
        configureEngine();
        return new CommandLine(new TrainingTool())
                .setExecutionExceptionHandler((exception, command, result) -> {
                    if (!(exception instanceof UserError || exception instanceof IOException)) {
                        throw exception;
                    }
                    PrintWriter err = command.getErr();
                    String message = exception instanceof UserError
                            ? exception.getMessage()
                            : "cannot read or write: " + exception.getMessage();
                    err.println(command.getColorScheme().errorText(message));
                    err.flush();
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** PyTorch's threads, and no look-ups on the net, unless the user set them. Before DJL's first use. */
    private static void configureEngine() {
        int threads = Math.min(THREADS, Runtime.getRuntime().availableProcessors());
        preset("ai.djl.offline", "true");
        preset("ai.djl.pytorch.num_threads", String.valueOf(threads));
        preset("ai.djl.pytorch.num_interop_threads", "1");
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
