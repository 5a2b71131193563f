package org.digitlens.training.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.digitlens.training.Patterns;
import org.digitlens.training.model.Manifest;
import org.digitlens.training.model.ModelFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The ways to a model that differ from train and export. */
class OlderModelsTest {
    @TempDir
    private Path place;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String data;

    @BeforeEach
    void draw() {
        data = Patterns.folder(place.resolve("data"), 360, 60).toString();
    }

    @Test
    void aSoftmaxIsLearnedAndExportedInOneGo() {
        Path model = place.resolve("models/softmax");
        assertEquals(0, tool("softmax", "--epochs", "3", "--to", model.toString(), "--data", data), err.toString());
        Manifest manifest = new ModelFolder(model).manifest();
        assertEquals("softmax", manifest.name());
        assertEquals("softmax --epochs 3 --seed 1 --data data", manifest.training().command());
        assertEquals(0, tool("evaluate", "--model", model.toString(), "--data", data), err.toString());
        assertEquals(1, tool("softmax", "--epochs", "0", "--data", data));
        assertTrue(err.toString().contains("--epochs must be at least 1, not 0"), err.toString());
    }

    @Test
    void aDeepBeliefNetworkIsPreTrainedThenFineTunedAndTheManifestTellsBothCommands() {
        String machines = place.resolve("machines").toString();
        String tuned = place.resolve("tuned").toString();
        String model = place.resolve("models/dbn").toString();
        assertEquals(0, tool("pretrain", "--epochs", "2", "--run", machines, "--data", data), err.toString());
        assertTrue(out.toString().contains("epoch 6/6"), out.toString());
        assertEquals(1, tool("export", "--run", machines, "--to", model, "--data", data));
        assertTrue(err.toString().contains("pre-training without labels"), err.toString());
        assertEquals(0, tool("train", "--network", "dbn", "--recipe", "few", "--epochs", "1", "--from", machines,
                "--run", tuned, "--data", data), err.toString());
        assertEquals(0, tool("export", "--run", tuned, "--to", model, "--data", data), err.toString());
        String command = new ModelFolder(Path.of(model)).manifest().training().command();
        assertEquals("pretrain --network dbn --epochs 2 --seed 1 --data data && digitlens-train train --network dbn --recipe few"
                + " --epochs 1 --seed 1 --from runs/machines --data data", command);
    }

    @Test
    void onlyNetworksWithSigmoidUnitsArePreTrained() {
        assertEquals(1, tool("pretrain", "--network", "dense", "--run", place.resolve("x").toString(), "--data", data));
        assertTrue(err.toString().contains("dense has no layers of sigmoid units"), err.toString());
    }

    private int tool(String... arguments) {
        CommandLine tool = TrainingTool.commandLine();
        tool.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return tool.execute(arguments);
    }
}
