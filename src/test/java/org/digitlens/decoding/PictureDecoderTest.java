package org.digitlens.decoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.digitlens.imaging.InkExtractor;
import org.digitlens.imaging.MnistNormalizer;
import org.digitlens.imaging.Picture;
import org.digitlens.imaging.Pictures;
import org.digitlens.imaging.Segmenter;
import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

    private static final InkPainter CANVAS = InkPainter.canvas(120);
    private final PictureDecoder decoder = Pictures.decoder();

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff"})
    void readsTheSamePixelsFromEveryLosslessFormat(String format) {
        BufferedImage drawn = CANVAS.paint(Ink.seven());
        int[] expected = drawn.getRGB(0, 0, 120, 120, null, 0, 120);
        Picture picture = decoder.decode(InkPainter.encode(drawn, format));
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] & 255, picture.rgb()[i] & 255, 3, format + " at " + i);
        }
    }

    @Test
    void readsJpeg() {
        Picture picture = decoder.decode(InkPainter.encode(CANVAS.paint(Ink.seven()), "jpeg"));
        assertEquals(120, picture.width());
        assertEquals(0, Pictures.difference(Pictures.normalized(Ink.seven(), CANVAS),
            MnistNormalizer.normalize(Segmenter.single(InkExtractor.extract(picture)).orElseThrow())), 0.02);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_USHORT_GRAY})
    void readsEveryKindOfPngAsImageIoDoes(int type) throws Exception {
        var image = new BufferedImage(61, 47, type);
        Graphics2D graphics = image.createGraphics();
        var random = new Random(type);
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(61), random.nextInt(47), random.nextInt(20), random.nextInt(20));
        }
        graphics.dispose();
        byte[] file = InkPainter.encode(image, "png");
        BufferedImage reference = ImageIO.read(new java.io.ByteArrayInputStream(file));
        boolean grey = reference.getRaster().getNumBands() == 1 && reference.getType() != BufferedImage.TYPE_BYTE_INDEXED
            && reference.getType() != BufferedImage.TYPE_BYTE_BINARY;
        int greyShift = type == BufferedImage.TYPE_USHORT_GRAY ? 8 : 0;
        Picture expected = Pictures.of(reference);
        Picture picture = decoder.decode(file);
        for (int i = 0; i < picture.rgb().length; i++) {
            int pixel = grey ? (reference.getRaster().getSample(i % 61, i / 61, 0) >> greyShift) * 0x010101 : expected.rgb()[i];
            assertEquals(pixel & 0xffffff, picture.rgb()[i] & 0xffffff, "pixel " + i);
        }
    }

    @Test
    void readsInterlacedPngToo() throws Exception {
        BufferedImage drawn = CANVAS.paint(Ink.seven());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        var out = new java.io.ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new javax.imageio.IIOImage(drawn, null,
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(drawn), param)), param);
        }
        byte[] file = out.toByteArray();
        assertEquals(1, file[28], "interlaced");
        assertArrayEquals(decoder.decode(CANVAS.png(Ink.seven())).rgb(), opaque(decoder.decode(file).rgb()));
    }

    private static int[] opaque(int[] rgb) {
        return Arrays.stream(rgb).map(pixel -> pixel | 0xff000000).toArray();
    }

    @Test
    void layersTransparentInkOverWhateverShowsIt() {
        byte[] white = CANVAS.withColours(null, Color.WHITE).png(Ink.seven());
        Picture picture = decoder.decode(white);
        assertEquals(0, Pictures.difference(Pictures.normalized(Ink.seven(), CANVAS),
            MnistNormalizer.normalize(Segmenter.single(InkExtractor.extract(picture)).orElseThrow())), 0.01);
    }

    @Test
    void reducesHugePicturesWhileReading() {
        Picture picture = decoder.decode(InkPainter.canvas(4000).png(Ink.seven()));
        assertEquals(3, picture.reduction());
        assertEquals(1334, picture.width());
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24, 30, 60, 200, 400})
    void refusesATruncatedPng(int length) {
        byte[] file = Arrays.copyOf(CANVAS.png(Ink.seven()), length);
        var failure = assertThrows(PictureException.Corrupt.class, () -> decoder.decode(file));
        assertTrue(failure.getMessage().contains("PNG"), failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tiff"})
    void refusesOtherTruncatedFiles(String format) {
        byte[] file = InkPainter.encode(CANVAS.paint(Ink.seven()), format);
        assertThrows(PictureException.Corrupt.class, () -> decoder.decode(Arrays.copyOf(file, file.length / 4)));
    }

    @Test
    void refusesWhatIsNoPictureByName() {
        assertUnsupported("text", "hello".getBytes(StandardCharsets.UTF_8));
        assertUnsupported("empty", new byte[0]);
        assertUnsupported("PDF", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertUnsupported("HEIC", "\0\0\0\u0018ftypheic....".getBytes(StandardCharsets.ISO_8859_1));
        assertUnsupported("unknown", new byte[] {1, 2, 3});
    }

    private void assertUnsupported(String named, byte[] file) {
        String message = assertThrows(PictureException.Unsupported.class, () -> decoder.decode(file)).getMessage();
        assertTrue(message.contains(named) && message.contains("PNG, JPEG, GIF, BMP, WebP, TIFF"), message);
    }

    @Test
    void refusesAGifThatDeclaresFourGigapixels() {
        byte[] gif = ("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\0\0\0\0\0\u00ff\u00ff\u00ff,\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0"
            + "\u0002\u0002D\u0001\0;").getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(PictureException.TooLarge.class, () -> decoder.decode(gif)).getMessage();
        assertTrue(message.contains("65535 x 65535"), message);
    }

    @Test
    void refusesMorePixelsThanTheLimit() {
        var small = new PictureDecoder(10_000, 10_000);
        String message = assertThrows(PictureException.TooLarge.class, () -> small.decode(CANVAS.png(Ink.seven()))).getMessage();
        assertTrue(message.contains("120 x 120 = 14,400") && message.contains("10,000"), message);
    }

    @Test
    void survivesAnythingThatBeginsLikeAPng() {
        var random = new Random(7);
        byte[] file = CANVAS.png(Ink.seven());
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = file.clone();
            for (int k = 0; k <= random.nextInt(6); k++) {
                damaged[8 + random.nextInt(file.length - 8)] = (byte) random.nextInt();
            }
            try {
                Picture picture = decoder.decode(damaged);
                assertEquals(picture.width() * picture.height(), picture.rgb().length);
            } catch (PictureException expected) {
                assertTrue(expected.getMessage().length() > 10);
            }
        }
    }

    @Test
    void refusesAJpegThatBreaksOffInItsPixels() {
        byte[] jpeg = InkPainter.encode(InkPainter.canvas(400).paint(Ink.seven()), "jpg");
        byte[] most = Arrays.copyOf(jpeg, jpeg.length - 100);
        var refusal = assertThrows(PictureException.Corrupt.class, () -> Pictures.decoder().decode(most));
        assertTrue(refusal.getMessage().contains("its end is missing"), refusal.getMessage());
    }
}
