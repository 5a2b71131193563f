package org.digitlens.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;

/** Small files of every format that is read, each of a drawn 7, by the format's writers or by hand. */
public final class Samples {

    /** Side of the pictures in pixels. */
    static final int SIDE = 56;

    private static final InkPainter CANVAS = InkPainter.canvas(SIDE);
    private static final BufferedImage SEVEN = CANVAS.paint(Ink.seven());

    private Samples() { }

    /** Every file by a name that says what is special about it; its end is the format's. */
    public static Map<String, byte[]> all() {
        var files = new LinkedHashMap<String, byte[]>();
        png(files);
        jpeg(files);
        files.put("plain.gif", InkPainter.encode(SEVEN, "gif"));
        files.put("transparent.gif", InkPainter.encode(CANVAS.withColours(null, Color.BLUE).paint(Ink.seven()), "gif"));
        files.put("plain.bmp", InkPainter.encode(SEVEN, "bmp"));
        files.put("palette.bmp", InkPainter.encode(as(BufferedImage.TYPE_BYTE_INDEXED), "bmp"));
        files.put("bits.bmp", InkPainter.encode(as(BufferedImage.TYPE_BYTE_BINARY), "bmp"));
        files.put("lossless.webp", WebpWriter.simple(SEVEN));
        files.put("extended.webp", WebpWriter.extended(SEVEN, exif(1)));
        files.put("lossy.webp", LossyWebp.seven());
        tiff(files);
        pdf(files);
        return files;
    }

    private static void png(Map<String, byte[]> files) {
        files.put("colours.png", InkPainter.encode(SEVEN, "png"));
        files.put("alpha.png", InkPainter.encode(CANVAS.withColours(null, Color.BLACK).paint(Ink.seven()), "png"));
        files.put("grey.png", InkPainter.encode(as(BufferedImage.TYPE_BYTE_GRAY), "png"));
        files.put("grey16.png", InkPainter.encode(as(BufferedImage.TYPE_USHORT_GRAY), "png"));
        files.put("palette.png", InkPainter.encode(as(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        files.put("bits.png", InkPainter.encode(as(BufferedImage.TYPE_BYTE_BINARY), "png"));
        files.put("interlaced.png", written("png", null, true, SEVEN));
        files.put("turned.png", turned(files.get("colours.png"), 1));
    }

    private static void jpeg(Map<String, byte[]> files) {
        files.put("colours.jpeg", InkPainter.encode(SEVEN, "jpeg"));
        files.put("grey.jpeg", InkPainter.encode(as(BufferedImage.TYPE_BYTE_GRAY), "jpeg"));
        files.put("progressive.jpeg", written("jpeg", null, true, SEVEN));
        files.put("cmyk.jpeg", cmyk(false));
        files.put("adobe-cmyk.jpeg", adobe(cmyk(true), 0));
        files.put("adobe-ycck.jpeg", adobe(ycck(), 2));
        files.put("turned.jpeg", turned(files.get("colours.jpeg"), 1));
    }

    private static void tiff(Map<String, byte[]> files) {
        for (String compression : new String[] {null, "LZW", "Deflate", "PackBits", "JPEG"}) {
            files.put((compression == null ? "plain" : compression.toLowerCase()) + ".tiff", written("tiff", compression, false, SEVEN));
        }
        files.put("fax.tiff", written("tiff", "CCITT T.6", false, as(BufferedImage.TYPE_BYTE_BINARY)));
        files.put("grey16.tiff", written("tiff", null, false, as(BufferedImage.TYPE_USHORT_GRAY)));
        files.put("alpha.tiff", written("tiff", null, false, CANVAS.withColours(null, Color.BLACK).paint(Ink.seven())));
    }

    private static void pdf(Map<String, byte[]> files) {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) SEVEN.getRGB(i % SIDE, i / SIDE));
        }
        String image = "/Type/XObject/Subtype/Image/Width " + SIDE + "/Height " + SIDE + "/BitsPerComponent 8/ColorSpace/DeviceRGB";
        String show = "q 200 0 0 200 0 0 cm /I Do Q";
        files.put("flate.pdf", PdfBytes.page("/XObject<</I 5 0 R>>", show).deflated(image, rgb).file());
        files.put("scan.pdf", PdfBytes.page("/XObject<</I 5 0 R>>", show)
            .stream(image + "/Filter/DCTDecode", InkPainter.encode(SEVEN, "jpeg")).file());
        files.put("strokes.pdf", PdfBytes.page("", PdfDocumentTest.strokes(Ink.seven())).file());
    }

    /** A TIFF file of one page a digit. */
    public static byte[] tiffOf(int... digits) {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int digit : digits) {
                writer.writeToSequence(new IIOImage(CANVAS.paint(Ink.of(digit)), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A ZIP archive. */
    public static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A file with a camera's notes that it was held in some way: a JPEG, PNG or TIFF, or a WebP made anew. */
    static byte[] turned(byte[] file, int orientation) {
        if (file[0] == 'R') {
            return WebpWriter.extended(SEVEN, exif(orientation));
        }
        byte[] exif = exif(orientation);
        int at = file[0] == -1 ? 2 : 33;
        ByteBuffer block = ByteBuffer.allocate(exif.length + 12);
        if (file[0] == -1) {
            block.putShort((short) 0xffe1).putShort((short) (exif.length + 8)).put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
        } else {
            var crc = new CRC32();
            crc.update("eXIf".getBytes(StandardCharsets.ISO_8859_1));
            crc.update(exif);
            block.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(exif).putInt((int) crc.getValue());
        }
        ByteBuffer all = ByteBuffer.allocate(file.length + block.position());
        return all.put(file, 0, at).put(block.flip()).put(file, at, file.length - at).array();
    }

    /** A TIFF header and one entry, 0x0112. */
    private static byte[] exif(int orientation) {
        return new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
    }

    private static byte[] cmyk(boolean inverted) {
        WritableRaster raster = raster();
        for (int i = 0; i < SIDE * SIDE; i++) {
            int light = SEVEN.getRGB(i % SIDE, i / SIDE) & 255;
            raster.setPixel(i % SIDE, i / SIDE, inverted ? new int[] {255, 255, 255, light} : new int[] {0, 0, 0, 255 - light});
        }
        return written(raster);
    }

    private static byte[] ycck() {
        WritableRaster raster = raster();
        for (int i = 0; i < SIDE * SIDE; i++) {
            raster.setPixel(i % SIDE, i / SIDE, new int[] {0, 128, 128, SEVEN.getRGB(i % SIDE, i / SIDE) & 255});
        }
        return written(raster);
    }

    private static WritableRaster raster() {
        return Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, SIDE, SIDE, 4, null);
    }

    private static byte[] written(Raster raster) {
        var out = new ByteArrayOutputStream();
        for (var writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext();) {
            ImageWriter writer = writers.next();
            if (!writer.getClass().getName().startsWith("com.sun.")) {
                continue;
            }
            try (var stream = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(raster, null, null), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out.toByteArray();
    }

    /** The file with Adobe's marker, which says how its colours were transformed: 0 not, 2 as YCCK. */
    private static byte[] adobe(byte[] jpeg, int transform) {
        byte[] marker = {-1, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return ByteBuffer.allocate(jpeg.length + marker.length).put(jpeg, 0, 2).put(marker).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static BufferedImage as(int type) {
        var copy = new BufferedImage(SIDE, SIDE, type);
        copy.createGraphics().drawImage(SEVEN, 0, 0, null);
        return copy;
    }

    private static byte[] written(String format, String compression, boolean progressive, RenderedImage image) {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
