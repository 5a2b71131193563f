package org.digitlens.recognition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.digitlens.document.Samples;

/** Files of several pictures, as scanners and people make them. */
final class Scans {

    private Scans() { }

    /** A ZIP archive of named files, in this order. */
    @SafeVarargs
    static byte[] zip(Map.Entry<String, byte[]>... files) {
        var inOrder = new LinkedHashMap<String, byte[]>();
        Stream.of(files).forEach(file -> inOrder.put(file.getKey(), file.getValue()));
        return Samples.zip(inOrder);
    }

    /** A file of several pages by ImageIO, in black and white. */
    static byte[] tiff(BufferedImage... pages) {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam fax = writer.getDefaultWriteParam();
            fax.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fax.setCompressionType("CCITT T.6");
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                var bits = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
                bits.createGraphics().drawImage(page, 0, 0, null);
                writer.writeToSequence(new IIOImage(bits, null, null), fax);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A PDF of a number a page, as scanned. */
    static byte[] pdf(String... pages) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (String text : pages) {
                BufferedImage image = Numbers.painted(text);
                var page = new PDPage(new PDRectangle(image.getWidth(), image.getHeight()));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, image.getWidth(), image.getHeight());
                }
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
