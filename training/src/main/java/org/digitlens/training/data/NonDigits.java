package org.digitlens.training.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.digitlens.training.UserError;

/** Pictures that a model should refuse: a zip of PNG files, such as characters of other alphabets. */
public final class NonDigits {
    private NonDigits() {}

    /**
     * Reads and normalises them as the application does; blank ones are left out. Their label means nothing.
     *
     * @param names labels of the model that they are for
     * @param wanted which entries of the zip, by name
     * @throws UserError when the file is no zip, or holds no such pictures
     */
    public static LabelledImages read(Path zip, List<String> names, Predicate<String> wanted) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<int[]> pictures = Collections.list(file.entries()).stream()
                    .filter(entry -> entry.getName().endsWith(".png") && wanted.test(entry.getName()))
                    .map(entry -> picture(file, entry))
                    .flatMap(Optional::stream).toList();
            if (pictures.isEmpty()) {
                throw new UserError("no pictures in " + zip);
            }
            return images(pictures, names);
        } catch (IOException e) {
            throw new UserError("cannot read " + zip + ": " + e.getMessage(), e);
        }
    }

    /**
     * The folders that its pictures lie in, such as alphabets; of {@code Greek/character05/0398_01.png} the first.
     *
     * @throws UserError when the file is no zip
     */
    public static SortedSet<String> folders(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return Collections.list(file.entries()).stream().map(ZipEntry::getName).filter(name -> name.endsWith(".png"))
                    .map(Omniglot::alphabet).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UserError("cannot read " + zip + ": " + e.getMessage(), e);
        }
    }

    private static Optional<int[]> picture(ZipFile file, ZipEntry entry) {
        try (InputStream in = file.getInputStream(entry)) {
            BufferedImage read = ImageIO.read(in);
            if (read == null) {
                throw new UserError(entry.getName() + " in " + file.getName() + " is no picture");
            }
            BufferedImage onWhite = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = onWhite.createGraphics();
            graphics.drawImage(read, 0, 0, Color.WHITE, null);
            graphics.dispose();
            return NormalisedPicture.of(onWhite);
        } catch (IOException e) {
            throw new UserError("cannot read " + entry.getName() + " in " + file.getName() + ": " + e.getMessage(), e);
        }
    }

    private static LabelledImages images(List<int[]> pictures, List<String> names) {
        int area = pictures.get(0).length;
        int side = (int) Math.round(Math.sqrt(area));
        byte[] pixels = new byte[pictures.size() * area];
        for (int i = 0; i < pictures.size(); i++) {
            for (int p = 0; p < area; p++) {
                pixels[i * area + p] = (byte) pictures.get(i)[p];
            }
        }
        return new LabelledImages(side, side, pixels, new int[pictures.size()], names);
    }
}
