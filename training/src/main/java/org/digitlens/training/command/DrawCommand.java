package org.digitlens.training.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.digitlens.ink.Ink;
import org.digitlens.training.UserError;
import org.digitlens.training.data.DataFolderWriter;
import org.digitlens.training.data.DrawnSigns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code draw}: a data set that needs no download. */
@Command(name = "draw", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Draws a data set out of strokes that come with the source, shaky and tilted by a seed: enough to try"
                + " the whole way from pictures to a model that the application serves.")
final class DrawCommand implements Callable<Integer> {

    /** Which signs. */
    enum Signs {
        letters(Ink::letters),
        digits(Ink::all);

        private final Supplier<List<Ink>> ink;

        Signs(Supplier<List<Ink>> ink) {
            this.ink = ink;
        }
    }

    @Option(names = "--signs", paramLabel = "KIND", defaultValue = "letters",
            description = "${COMPLETION-CANDIDATES}: the six letters A, B, E, H, K and X, or the ten digits;"
                    + " default: ${DEFAULT-VALUE}")
    private Signs signs;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "the data set's folder, such as data/letters")
    private Path to;

    @Option(names = "--count", paramLabel = "N", defaultValue = "1200",
            description = "number of pictures to learn from; a fifth as many for a test set are drawn beside them;"
                    + " default: ${DEFAULT-VALUE}")
    private int count;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "fixes them all; default: ${DEFAULT-VALUE}")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Ink> ink = signs.ink.get();
        int least = 10 * DrawnSigns.names(ink).size();
        if (count < least) {
            throw new UserError("--count must be at least " + least + ", ten pictures a label, not " + count);
        }
        int test = count / 5;
        DataFolderWriter.write(to, DrawnSigns.draw(ink, count, seed), DrawnSigns.draw(ink, test, ~seed));
        spec.commandLine().getOut().printf("%s: %,d pictures of %s to learn from, %,d to test; next: train --data %s%n", to,
                count, String.join(" ", DrawnSigns.names(ink)), test, to);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
