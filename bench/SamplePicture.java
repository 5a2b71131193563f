import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import javax.imageio.ImageIO;

/**
 * Draws a seven the way a browser's canvas does, 200 x 200 with an alpha channel and opaque white paper, and writes it in
 * every form that a request may carry it: {@code digit.png}, {@code digit.dataurl} and {@code digit.json}.
 *
 * <p>{@code java SamplePicture.java FOLDER}
 */
class SamplePicture {

    private static final int SIDE = 200;
    private static final double[][] SEVEN = {{55, 50}, {90, 47}, {145, 49}, {128, 85}, {108, 120}, {95, 158}};

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var png = png();
        var dataUrl = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
        Files.write(folder.resolve("digit.png"), png);
        Files.writeString(folder.resolve("digit.dataurl"), dataUrl);
        Files.writeString(folder.resolve("digit.json"), "{\"image\":\"" + dataUrl + "\"}");
    }

    private static byte[] png() throws IOException {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var stroke = new Path2D.Double();
        stroke.moveTo(SEVEN[0][0], SEVEN[0][1]);
        for (var point : SEVEN) {
            stroke.lineTo(point[0], point[1]);
        }
        graphics.draw(stroke);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
