package org.digitlens.decoding;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

import org.digitlens.imaging.Picture;

/** Reads one picture through ImageIO's readers, those of TwelveMonkeys among them, until a deadline. */
final class ImageIoReader {

    private final PictureFormat format;
    private final PictureFile file;
    private final Deadline deadline;

    ImageIoReader(PictureFormat format, PictureFile file, Deadline deadline) {
        this.format = format;
        this.file = file;
        this.deadline = deadline;
    }

    /** The picture as it is stored, not turned. */
    Picture read() throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw new PictureException.Unsupported("a " + format + " file, for which no reader is installed");
        }
        ImageReader reader = readers.next();
        try (var in = new FileInput(file.essential(), deadline)) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(file.index());
            int height = reader.getHeight(file.index());
            if (width < 1 || height < 1 || (long) width * height > (long) file.width() * file.height()) {
                throw new PictureException.Corrupt(format, "it declares two different sizes", null);
            }
            reader.addIIOReadProgressListener(new Stopper(deadline));
            return read(reader, width, height);
        } finally {
            reader.dispose();
        }
    }

    private Picture read(ImageReader reader, int width, int height) throws IOException {
        int reduction = Picture.reductionFor(width, height);
        if (reduction > 1 && format == PictureFormat.JPEG && reader.getRawImageType(file.index()) != null
            && reader.getRawImageType(file.index()).getNumBands() <= 3) {
            BufferedImage image = reader.read(file.index());
            deadline.check();
            return new AreaAverage(image, reduction).picture();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(reduction, reduction, 0, 0);
        BufferedImage image = reader.read(file.index(), param);
        deadline.check(); // a reader that was stopped hands out what it had
        return Picture.flatten(image.getWidth(), image.getHeight(), argb(image), reduction);
    }

    /** The colours, not premultiplied. Grey is taken as it is stored: Java2D would take it for linear and brighten it. */
    static int[] argb(BufferedImage image) {
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        ColorModel colours = image.getColorModel();
        if (colours instanceof ComponentColorModel && colours.getNumColorComponents() == 1) {
            int[] grey = image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
            int most = (1 << colours.getComponentSize(0)) - 1;
            for (int i = 0; i < argb.length; i++) {
                argb[i] = argb[i] & 0xff000000 | (int) ((grey[i] & most) * 255L / most) * 0x010101;
            }
        }
        return argb;
    }

    /** Ends a reader's work row by row, even where it reads no bytes any more. */
    private record Stopper(Deadline deadline) implements IIOReadProgressListener {

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (deadline.isOver()) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) { }

        @Override
        public void sequenceComplete(ImageReader source) { }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) { }

        @Override
        public void imageComplete(ImageReader source) { }

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) { }

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) { }

        @Override
        public void thumbnailComplete(ImageReader source) { }

        @Override
        public void readAborted(ImageReader source) { }
    }
}
