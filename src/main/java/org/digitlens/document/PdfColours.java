package org.digitlens.document;

import java.io.IOException;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.digitlens.decoding.Deadline;

/**
 * A PDF's colour space (ISO 32000-1, 8.6), as far as telling ink from paper needs it: colour profiles and tint functions are not
 * looked at.
 *
 * @param kind       how components become a colour
 * @param components of one colour
 * @param palette    {@code 0xRRGGBB} by index, of an indexed space; otherwise empty
 */
record PdfColours(Kind kind, int components, int[] palette) {

    enum Kind { GREY, RGB, CMYK, LAB, TINT, INDEXED }

    static final PdfColours GREY = new PdfColours(Kind.GREY, 1, new int[0]);
    static final PdfColours RGB = new PdfColours(Kind.RGB, 3, new int[0]);
    static final PdfColours CMYK = new PdfColours(Kind.CMYK, 4, new int[0]);

    private static final int DEEPEST = 4;
    private static final int MAX_TINTS = 32;
    private static final int MAX_PALETTE_BYTES = 256 * MAX_TINTS;

    /** The space that an object describes, names being looked up in a page's or form's resources. */
    static PdfColours of(COSBase space, COSDictionary resources, Deadline deadline) throws IOException {
        return of(space, resources, deadline, 0);
    }

    private static PdfColours of(COSBase space, COSDictionary resources, Deadline deadline, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("colour spaces inside colour spaces");
        } else if (space instanceof COSName name) {
            return named(name, resources, deadline, depth);
        } else if (!(space instanceof COSArray array) || !(array.getObject(0) instanceof COSName family)) {
            return GREY;
        } else {
            return switch (family.getName()) {
                case "ICCBased" -> byCount(array.getObject(1) instanceof COSStream profile ? profile.getInt(COSName.N, 3) : 3);
                case "CalRGB" -> RGB;
                case "Lab" -> new PdfColours(Kind.LAB, 3, new int[0]);
                case "Separation" -> new PdfColours(Kind.TINT, 1, new int[0]);
                case "DeviceN" -> new PdfColours(Kind.TINT, array.getObject(1) instanceof COSArray tints
                    ? Math.max(1, Math.min(MAX_TINTS, tints.size())) : 1, new int[0]);
                case "Indexed", "I" -> indexed(of(array.getObject(1), resources, deadline, depth + 1), array, deadline);
                default -> array.size() == 1 ? named(family, resources, deadline, depth) : GREY;
            };
        }
    }

    private static PdfColours named(COSName name, COSDictionary resources, Deadline deadline, int depth) throws IOException {
        switch (name.getName()) {
            case "DeviceGray", "G", "CalGray", "Pattern":
                return GREY;
            case "DeviceRGB", "RGB", "CalRGB":
                return RGB;
            case "DeviceCMYK", "CMYK":
                return CMYK;
            default:
                COSDictionary spaces = resources.getCOSDictionary(COSName.COLORSPACE);
                COSBase space = spaces == null ? null : spaces.getDictionaryObject(name);
                return space == null ? GREY : of(space, resources, deadline, depth + 1);
        }
    }

    private static PdfColours byCount(int components) {
        return components == 1 ? GREY : components == 4 ? CMYK : RGB;
    }

    private static PdfColours indexed(PdfColours base, COSArray array, Deadline deadline) throws IOException {
        byte[] table = new byte[0];
        if (array.getObject(3) instanceof COSString string) {
            table = string.getBytes();
        } else if (array.getObject(3) instanceof COSStream stream) {
            table = PdfStreams.content(stream, MAX_PALETTE_BYTES, deadline);
        }
        var palette = new int[256];
        var colour = new float[base.components];
        for (int i = 0; i < Math.min(256, table.length / base.components); i++) {
            for (int c = 0; c < base.components; c++) {
                colour[c] = (table[i * base.components + c] & 255) / 255f * base.most(Byte.SIZE);
            }
            palette[i] = base.rgb(colour);
        }
        return new PdfColours(Kind.INDEXED, 1, palette);
    }

    /**
     * A colour.
     *
     * @param colour each 0 to 1, of Lab's first 0 to 100, of an indexed space 0 to 255; missing ones count as 0
     * @return {@code 0xRRGGBB}
     */
    int rgb(float[] colour) {
        return switch (kind) {
            case GREY -> grey(at(colour, 0));
            case LAB -> grey(colour.length == 0 ? 0 : Math.max(0, Math.min(1, colour[0] / 100))); // how light it is, no more
            case RGB -> join(at(colour, 0), at(colour, 1), at(colour, 2));
            case CMYK -> {
                float light = 1 - at(colour, 3);
                yield join((1 - at(colour, 0)) * light, (1 - at(colour, 1)) * light, (1 - at(colour, 2)) * light);
            }
            case TINT -> {
                float most = 0;
                for (int i = 0; i < components; i++) {
                    most = Math.max(most, at(colour, i));
                }
                yield grey(1 - most);
            }
            case INDEXED -> palette[colour.length == 0 ? 0 : Math.max(0, Math.min(255, (int) colour[0]))];
        };
    }

    /** What the largest value of a sample means where nothing else is said. */
    float most(int bits) {
        return kind == Kind.INDEXED ? (1 << bits) - 1 : kind == Kind.LAB ? 100 : 1;
    }

    private static float at(float[] colour, int index) {
        return index < colour.length ? Math.max(0, Math.min(1, colour[index])) : 0; // of what is no number, 0
    }

    private static int grey(float light) {
        return join(light, light, light);
    }

    private static int join(float red, float green, float blue) {
        return Math.round(255 * red) << 16 | Math.round(255 * green) << 8 | Math.round(255 * blue);
    }
}
