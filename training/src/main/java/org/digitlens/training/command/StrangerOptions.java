package org.digitlens.training.command;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.digitlens.training.UserError;
import org.digitlens.training.data.NonDigits;
import org.digitlens.training.data.Omniglot;
import org.digitlens.training.model.Measurement;
import picocli.CommandLine.Option;

/** Which pictures a model should refuse. */
final class StrangerOptions {

    @Option(names = "--non-digits", paramLabel = "ZIP", required = true,
            description = "tell how many pictures of other things are refused too: a zip of PNG files, in a folder for each"
                    + " kind, such as an alphabet")
    private Path zip;

    @Option(names = "--alphabets", paramLabel = "NAME", split = ",",
            description = "only these of the zip's folders; default: those that training holds back (Balinese,Greek) where"
                    + " the zip has them, else all")
    private List<String> alphabets;

    /**
     * Reads them, and what the model says of them.
     *
     * @throws UserError when the zip cannot be read, or lacks one of the folders
     */
    Strangers read(Measurement measurement) {
        SortedSet<String> found = NonDigits.folders(zip);
        boolean omniglot = found.containsAll(Omniglot.HELD_BACK);
        SortedSet<String> wanted = wanted(found, omniglot);
        String name = omniglot ? "Omniglot" : zip.getFileName().toString().replaceFirst("\\.zip$", "");
        return Strangers.read(zip, name, wanted, measurement);
    }

    private SortedSet<String> wanted(SortedSet<String> found, boolean omniglot) {
        if (alphabets == null) {
            return omniglot ? new TreeSet<>(Omniglot.HELD_BACK) : found;
        }
        SortedSet<String> wanted = new TreeSet<>(alphabets);
        if (!found.containsAll(wanted)) {
            throw new UserError(zip + " has the folders " + found + ", not all of " + wanted);
        }
        return wanted;
    }
}
