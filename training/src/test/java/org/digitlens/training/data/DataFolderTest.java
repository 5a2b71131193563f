package org.digitlens.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.digitlens.training.Patterns;
import org.digitlens.training.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {
    @TempDir
    private Path place;

    @Test
    void readsADataSetOfOnesOwnWithItsLabels() {
        DataFolder folder = DataFolder.at(Patterns.folder(place, 30, 9));
        DataSet training = folder.training();
        assertEquals(30, training.images().size());
        assertEquals(Patterns.NAMES, training.images().names());
        assertEquals(9, folder.test().images().size());
        assertEquals(64, training.sources().get(0).sha256().length());
    }

    @Test
    void findsMnistInsideTheNamedFolder() {
        Patterns.folder(place.resolve("mnist"), 30, 9);
        assertEquals(30, DataFolder.at(place).training().images().size());
    }

    @Test
    void refusesFilesThatAreNotMnistsUnlessTheyNameTheirLabels() throws IOException {
        Patterns.folder(place, 30, 9);
        Files.delete(place.resolve("labels.txt"));
        DataFolder folder = DataFolder.at(place);
        UserError error = assertThrows(UserError.class, folder::training);
        assertTrue(error.getMessage().contains("is not MNIST's"), error.getMessage());
        assertTrue(error.getMessage().contains("labels.txt"), error.getMessage());
    }

    @Test
    void refusesLabelsThatHaveNoName() throws IOException {
        Patterns.folder(place, 30, 9);
        Files.writeString(place.resolve("labels.txt"), "lying\nstanding\n");
        DataFolder folder = DataFolder.at(place);
        UserError error = assertThrows(UserError.class, folder::training);
        assertTrue(error.getMessage().contains("picture 2 has label 2"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "lying,standing,lying | line 3: lying for the second time",
        "lying,,frame | line 2: blank, where label 1 should stand",
        ",lying,standing,frame | line 1: blank, where label 0 should stand",
        "lying | needs at least two labels, one a line, found [lying]",
        ",, | needs at least two labels, one a line, found []"})
    void refusesNamesThatAreNone(String lines, String expected) throws IOException {
        Patterns.folder(place, 30, 9);
        Files.writeString(place.resolve("labels.txt"), lines.replace(',', '\n') + "\n\n");
        DataFolder folder = DataFolder.at(place);
        UserError error = assertThrows(UserError.class, folder::training);
        assertTrue(error.getMessage().endsWith(expected), error.getMessage());
    }

    @Test
    void refusesPicturesAndLabelsOfDifferentNumber() throws IOException {
        Patterns.folder(place, 30, 9);
        Files.write(place.resolve("train-labels-idx1-ubyte"), Patterns.idx(new byte[29], 29));
        DataFolder folder = DataFolder.at(place);
        UserError error = assertThrows(UserError.class, folder::training);
        assertTrue(error.getMessage().contains("30 pictures and 29 labels"), error.getMessage());
    }

    @Test
    void saysWhatIsMissing() {
        assertTrue(assertThrows(UserError.class, () -> DataFolder.at(place.resolve("absent"))).getMessage()
                .startsWith("no folder"));
        assertTrue(assertThrows(UserError.class, () -> DataFolder.at(place)).getMessage()
                .startsWith("no train-images-idx3-ubyte[.gz] in"));
    }
}
