package org.digitlens.ink;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.digitlens.imaging.GrayImage;

/** Turns ink into files as they arrive: scanned clean, photographed, or written on ruled and squared paper. */
public final class PhotoStudio {

    private static final List<Color> PENS = List.of(new Color(20, 20, 25), new Color(25, 40, 130), new Color(30, 70, 170),
        new Color(165, 30, 35), new Color(25, 100, 60), new Color(85, 85, 90));
    private static final List<Color> PAPERS = List.of(new Color(250, 250, 248), new Color(244, 240, 228), new Color(250, 243, 195),
        new Color(228, 234, 240));
    private static final List<Color> RULINGS = List.of(new Color(150, 185, 225), new Color(175, 180, 190), new Color(215, 165, 175),
        new Color(120, 160, 200));

    private final Random random;

    public PhotoStudio(Random random) {
        this.random = random;
    }

    /** Black on white, a PNG. */
    public static byte[] clean(GrayImage ink) {
        var picture = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < ink.ink().length; i++) {
            picture.getRaster().setSample(i % ink.width(), i / ink.width(), 0, 255 - Math.round(255 * ink.ink()[i]));
        }
        return InkPainter.encode(picture, "png");
    }

    /**
     * With a coloured pen on paper that is lit from one side and shaded by the lens, sometimes crossed by a shadow's edge, with
     * texture, blurred, noisy, tilted by up to 4 degrees, a JPEG of quality 70.
     */
    public byte[] photographed(GrayImage ink) {
        BufferedImage sheet = paper(ink);
        write(sheet, ink, (random.nextDouble() * 8 - 4));
        float[] light = light(sheet.getWidth(), sheet.getHeight());
        return jpeg(exposed(blurred(sheet, 0.5 + 0.8 * random.nextDouble()), light, 2 + 5 * random.nextDouble()), 0.70f);
    }

    /**
     * On ruled or squared paper, lines through the digits, the paper tilted by up to 2 degrees and the number a little against
     * it; evenly lit, slightly noisy, a JPEG of quality 85.
     *
     * @param height of a digit, about, in pixels
     */
    public byte[] ruled(GrayImage ink, double height) {
        BufferedImage sheet = paper(ink);
        rule(sheet, height);
        write(sheet, ink, random.nextDouble() * 3 - 1.5);
        return jpeg(exposed(blurred(sheet, 0.3 + 0.4 * random.nextDouble()), null, 1 + 3 * random.nextDouble()), 0.85f);
    }

    private BufferedImage paper(GrayImage ink) {
        var sheet = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(PAPERS.get(random.nextInt(PAPERS.size())));
        graphics.fillRect(0, 0, ink.width(), ink.height());
        graphics.dispose();
        return sheet;
    }

    private void rule(BufferedImage sheet, double height) {
        boolean squared = random.nextBoolean();
        double step = height * (squared ? 0.4 + 0.4 * random.nextDouble() : 0.5 + 0.6 * random.nextDouble());
        Graphics2D graphics = smooth(sheet);
        graphics.setColor(RULINGS.get(random.nextInt(RULINGS.size())));
        graphics.setStroke(new BasicStroke((float) (1 + 1.2 * random.nextDouble())));
        graphics.rotate(Math.toRadians(random.nextDouble() * 4 - 2), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
        double far = sheet.getWidth() + sheet.getHeight();
        for (double at = -far + random.nextDouble() * step; at < far; at += step) {
            graphics.draw(new Line2D.Double(-far, at, far, at));
            if (squared) {
                graphics.draw(new Line2D.Double(at, -far, at, far));
            }
        }
        graphics.dispose();
    }

    /** Lays the ink over the sheet with a pen of any colour, tilted by so many degrees. */
    private void write(BufferedImage sheet, GrayImage ink, double degrees) {
        int pen = PENS.get(random.nextInt(PENS.size())).getRGB() & 0xffffff;
        double strength = 0.8 + 0.2 * random.nextDouble();
        var layer = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < ink.ink().length; i++) {
            layer.setRGB(i % ink.width(), i / ink.width(), (int) Math.round(255 * strength * ink.ink()[i]) << 24 | pen);
        }
        Graphics2D graphics = smooth(sheet);
        graphics.rotate(Math.toRadians(degrees), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
        graphics.drawImage(layer, 0, 0, null);
        graphics.dispose();
    }

    private static Graphics2D smooth(BufferedImage sheet) {
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    /** How much of the light reaches each pixel, 0 to 1. */
    private float[] light(int width, int height) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double slope = 0.15 + 0.3 * random.nextDouble();
        double vignette = 0.25 * random.nextDouble();
        boolean shadow = random.nextInt(3) == 0;
        double edge = random.nextDouble() - 0.5;
        double depth = 0.15 + 0.25 * random.nextDouble();
        double soft = 0.01 + 0.1 * random.nextDouble();
        double turn = random.nextDouble() * Math.PI;
        var light = new float[width * height];
        for (int i = 0; i < light.length; i++) {
            double x = (double) (i % width) / width - 0.5;
            double y = (double) (i / width) / height - 0.5;
            double value = 1 - slope * (0.5 + (x * Math.cos(angle) + y * Math.sin(angle)) / 1.42) - vignette * 2 * (x * x + y * y);
            double beyond = (x * Math.cos(turn) + y * Math.sin(turn) - edge * 0.6) / soft;
            light[i] = (float) (shadow ? value * (1 - depth / (1 + Math.exp(-4 * beyond))) : value);
        }
        return light;
    }

    private static BufferedImage blurred(BufferedImage sheet, double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        var weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(sheet, null), null);
    }

    /** Under the light (null: even), with the paper's texture and the sensor's noise of so many grey levels. */
    private BufferedImage exposed(BufferedImage sheet, float[] light, double noise) {
        for (int i = 0; i < sheet.getWidth() * sheet.getHeight(); i++) {
            int x = i % sheet.getWidth();
            int y = i / sheet.getWidth();
            double texture = 1 + 0.012 * random.nextGaussian();
            double factor = light == null ? texture : texture * light[i];
            int rgb = sheet.getRGB(x, y);
            sheet.setRGB(x, y, level(rgb >> 16 & 255, factor, noise) << 16 | level(rgb >> 8 & 255, factor, noise) << 8
                | level(rgb & 255, factor, noise));
        }
        return sheet;
    }

    private int level(int value, double factor, double noise) {
        return (int) Math.max(0, Math.min(255, Math.round(value * factor + noise * random.nextGaussian())));
    }

    /** A picture as a JPEG file. */
    public static byte[] jpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
