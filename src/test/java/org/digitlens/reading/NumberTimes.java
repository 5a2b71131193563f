package org.digitlens.reading;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.digitlens.classifier.Models;
import org.digitlens.imaging.Box;
import org.digitlens.imaging.GrayImage;
import org.digitlens.decoding.PictureDecoder;
import org.digitlens.ink.Hand;
import org.digitlens.ink.NumberComposer;
import org.digitlens.ink.NumberComposer.Spacing;
import org.digitlens.ink.PhotoStudio;
import org.junit.jupiter.api.Test;

/**
 * How long a whole number takes, from the file's bytes to its text, on one thread: a Markdown table. No test by its name:
 * {@code bench/numbers} runs it, first {@link #write}, then {@link #time} in a heap that shows how much is enough.
 */
class NumberTimes {

    private static final Path FOLDER = Path.of("target/bench/numbers");
    private static final String NUMBER = "40718";

    @Test
    void write() throws Exception {
        Files.createDirectories(FOLDER);
        var random = new Random(20261120);
        var composer = new NumberComposer(Hand.strokes(), random);
        var studio = new PhotoStudio(random);
        Files.write(FOLDER.resolve("1 apart 400x120.png"), PhotoStudio.clean(sheet(composer, Spacing.APART, 70, 400, 120)));
        Files.write(FOLDER.resolve("2 touching 400x120.png"), PhotoStudio.clean(sheet(composer, Spacing.TOUCHING, 70, 400, 120)));
        Files.write(FOLDER.resolve("3 photographed 400x120.jpg"), studio.photographed(sheet(composer, Spacing.APART, 70, 400, 120)));
        Files.write(FOLDER.resolve("4 photographed 4000x3000.jpg"), studio.photographed(sheet(composer, Spacing.APART, 600, 4000, 3000)));
        Files.write(FOLDER.resolve("5 ruled 4000x3000.jpg"), studio.ruled(sheet(composer, Spacing.APART, 600, 4000, 3000), 600));
    }

    /** A number in the middle of a sheet of that size. */
    private static GrayImage sheet(NumberComposer composer, Spacing spacing, double height, int width, int rows) {
        GrayImage number = composer.write(NUMBER, spacing, height);
        GrayImage sheet = GrayImage.blank(width, rows);
        int margin = (int) (height / 3);
        GrayImage inner = number.crop(new Box(margin, margin, Math.min(width, number.width() - 2 * margin),
            Math.min(rows, number.height() - 2 * margin)));
        int left = (width - inner.width()) / 2;
        int top = (rows - inner.height()) / 2;
        for (int y = 0; y < inner.height(); y++) {
            System.arraycopy(inner.ink(), y * inner.width(), sheet.ink(), (top + y) * width + left, inner.width());
        }
        return sheet;
    }

    @Test
    void time() throws Exception {
        var decoder = new PictureDecoder(25_000_000, 50_000_000);
        var reader = new NumberReader(Models.catalogue().find("digits").orElseThrow());
        System.out.printf("| picture, heap of %,d MiB | read as | median ms | 90 %% ms | processor ms |%n|---|---|--:|--:|--:|%n",
            Runtime.getRuntime().maxMemory() >> 20);
        try (var files = Files.list(FOLDER)) {
            for (Path path : files.sorted().toList()) {
                byte[] file = Files.readAllBytes(path);
                int runs = file.length > 200_000 ? 25 : 400;
                Reading reading = null;
                var times = new double[runs];
                var work = new double[runs];
                for (int run = -runs; run < runs; run++) {
                    long start = System.nanoTime();
                    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    reading = reader.read(decoder.decode(file));
                    if (run >= 0) {
                        times[run] = (System.nanoTime() - start) / 1e6;
                        work[run] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
                    }
                }
                Arrays.sort(times);
                Arrays.sort(work);
                System.out.printf("| %s | %s | %.2f | %.2f | %.2f |%n", path.getFileName().toString().substring(2),
                    reading.text().replace("\n", " / "), times[runs / 2], times[runs * 9 / 10], work[runs / 2]);
            }
        }
    }
}
