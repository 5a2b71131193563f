package org.digitlens.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.zip.Deflater;

import javax.imageio.ImageIO;

import org.digitlens.ink.Ink;
import org.digitlens.ink.InkPainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest {

    @Test
    void writesInkThatOthersRead() throws Exception {
        GrayImage ink = Pictures.normalized(Ink.seven(), InkPainter.canvas(200));
        var read = ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(ink)));
        for (int i = 0; i < ink.ink().length; i++) {
            assertEquals(Math.round(255 * ink.ink()[i]), read.getRaster().getSample(i % 28, i / 28, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION})
    void writesPalettesWithTransparency(int effort) throws Exception {
        var palette = new int[] {0x00000000, 0xff2f4fd8, 0x80112233};
        var read = ImageIO.read(new ByteArrayInputStream(PngEncoder.encode(3, 2, new byte[] {0, 1, 2, 2, 1, 0}, palette, effort)));
        assertEquals(0, read.getRGB(0, 0) >>> 24);
        assertEquals(0xff2f4fd8, read.getRGB(1, 0));
        assertEquals(0x80112233, read.getRGB(0, 1));
    }
}
