package org.digitlens.ink;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.digitlens.imaging.GrayImage;

/**
 * The people of MNIST. Its files are in the folder that the system property {@code digitlens.mnist} names, by default
 * {@code ../shared/data/mnist}; training/README.md says where they come from.
 */
public final class MnistHand implements Hand {

    private static final Path FOLDER = Path.of(System.getProperty("digitlens.mnist", "../shared/data/mnist"));
    private static final int SIDE = 28;
    /** Longer side of every digit of MNIST, in pixels. */
    private static final double FIT = 20;

    private final List<List<BufferedImage>> digits;

    /** @param digits pictures of 28 x 28, bright on dark, by label */
    public MnistHand(List<List<BufferedImage>> digits) {
        this.digits = digits;
    }

    private static MnistHand of(String set) {
        byte[] images = unpacked(set + "-images-idx3-ubyte.gz");
        byte[] labels = unpacked(set + "-labels-idx1-ubyte.gz");
        return new MnistHand(byLabel(Arrays.copyOfRange(images, 16, images.length), IntStream.range(8, labels.length).map(i -> labels[i]).toArray()));
    }

    /**
     * Pictures of 28 x 28 by their labels, from 0 on.
     *
     * @param pixels one picture after the other, row-major, bright on dark
     */
    public static List<List<BufferedImage>> byLabel(byte[] pixels, int[] labels) {
        List<List<BufferedImage>> digits = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, SIDE, SIDE, Arrays.copyOfRange(pixels, i * SIDE * SIDE, (i + 1) * SIDE * SIDE));
            while (digits.size() <= labels[i]) {
                digits.add(new ArrayList<>());
            }
            digits.get(labels[i]).add(image);
        }
        return digits;
    }

    /** Whether its files are there. */
    public static boolean isThere() {
        return Stream.of("t10k-images-idx3", "t10k-labels-idx1", "train-images-idx3", "train-labels-idx1")
            .allMatch(name -> Files.isReadable(FOLDER.resolve(name + "-ubyte.gz")));
    }

    /** The 10,000 test digits: for reporting. */
    public static MnistHand test() {
        return of("t10k");
    }

    /** The 60,000 training digits: for choosing. */
    public static MnistHand training() {
        return of("train");
    }

    @Override
    public GrayImage write(int digit, double height, Random random) {
        List<BufferedImage> writers = digits.get(digit);
        BufferedImage small = writers.get(random.nextInt(writers.size()));
        int side = (int) Math.round(SIDE * height / FIT);
        var large = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = large.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(small, 0, 0, side, side, null);
        graphics.dispose();
        GrayImage ink = GrayImage.blank(side, side);
        for (int i = 0; i < ink.ink().length; i++) {
            ink.ink()[i] = large.getRaster().getSample(i % side, i / side, 0) / 255f;
        }
        return Hand.cut(ink);
    }

    private static byte[] unpacked(String file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
