import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import org.digitlens.imaging.GrayImage;
import org.digitlens.imaging.Glyph;
import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.imaging.PngEncoder;
import org.digitlens.imaging.Segmenter;

/**
 * What each step from a PNG file to the network's input costs, beside ImageIO's reader: processor time of one thread, so
 * that other work on the machine matters less. Prints a Markdown table of microseconds.
 *
 * <p>{@code java -cp target/classes bench/ReadPicture.java FILE.png}
 */
class ReadPicture {

    private static final int ROUNDS = 8;
    private static final int RUNS = 4000;

    private static int used;

    public static void main(String[] arguments) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        var decoder = new PictureDecoder(25_000_000, 50_000_000);
        Picture picture = decoder.decode(file);
        GrayImage ink = InkExtractor.extract(picture);
        Glyph glyph = Segmenter.single(ink).orElseThrow();
        GrayImage normal = MnistNormalizer.normalize(glyph);
        ImageIO.setUseCache(false);
        System.out.printf("%d x %d pixels, %,d bytes%n%n| step | µs |%n|---|--:|%n", picture.width(), picture.height(), file.length);
        row("ImageIO's PNG reader", () -> imageIo(file));
        row("`PictureDecoder`", () -> decoder.decode(file).width());
        row("`InkExtractor`", () -> InkExtractor.extract(picture).width());
        row("`Segmenter`", () -> Segmenter.single(ink).orElseThrow().box().x());
        row("`Glyph`: is it a patch?", () -> glyph.isSolid() ? 1 : 0);
        row("`MnistNormalizer`", () -> MnistNormalizer.normalize(glyph).width());
        row("`PngEncoder`, 28 x 28", () -> PngEncoder.encode(normal).length);
    }

    private static int imageIo(byte[] file) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.read(0).getWidth();
        } finally {
            reader.dispose();
        }
    }

    private static void row(String name, Step step) throws Exception {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int run = 0; run < RUNS; run++) {
                used += step.run();
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        System.out.printf("| %s | %.0f |%n", name, best / 1e3 / RUNS);
    }

    @FunctionalInterface
    private interface Step {
        int run() throws Exception;
    }
}
