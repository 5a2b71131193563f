package org.digitlens.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureDecoder;

/**
 * Carries out the contents of a page, or of a form on it: pictures and outlines are painted, all else is passed over. So no font,
 * pattern, shading or program of the file is ever looked at.
 */
final class PdfContents {

    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_OPERANDS = 64;
    private static final int MAX_SAVED = 256;
    private static final int DEEPEST = 12;

    private final PdfPainter painter;
    private final PictureDecoder decoder;
    private final Deadline deadline;
    private final PdfPath path;
    private final int depth;
    private final COSDictionary resources;
    private final ArrayDeque<PdfState> saved = new ArrayDeque<>();
    private PdfState state;
    private int clipping = -1;
    private List<COSBase> operands = new ArrayList<>();

    /** The contents of a page. */
    PdfContents(PdfPage page, PdfPainter painter, PictureDecoder decoder, Deadline deadline) {
        this(new PdfState(page.toPixels(), painter.bounds()), page.resources(), painter, decoder, deadline, new PdfPath(page.height()), 0);
    }

    private PdfContents(PdfState state, COSDictionary resources, PdfPainter painter, PictureDecoder decoder, Deadline deadline,
            PdfPath path, int depth) {
        this.state = state;
        this.resources = resources;
        this.painter = painter;
        this.decoder = decoder;
        this.deadline = deadline;
        this.path = path;
        this.depth = depth;
    }

    /** Carries out unpacked contents. */
    void run(byte[] contents) throws IOException {
        var tokens = new PdfTokens(contents, deadline);
        for (Object token = tokens.next(); token != null; token = tokens.next()) {
            if (token instanceof COSBase operand) {
                if (operands.size() < MAX_OPERANDS) {
                    operands.add(operand);
                }
            } else if (token.equals("BI")) {
                PdfTokens.InlineImage inline = tokens.inlineImage();
                paint(inline.dictionary(), inline.raw());
                operands.clear();
            } else {
                outline((String) token);
                operands.clear();
            }
        }
    }

    private void outline(String operator) throws IOException {
        switch (operator) {
            case "m" -> path.moveTo(state.transform, number(0), number(1));
            case "l" -> path.lineTo(state.transform, number(0), number(1));
            case "c" -> path.curveTo(state.transform, number(0), number(1), number(2), number(3), number(4), number(5));
            case "v" -> path.curveTo(state.transform, Float.NaN, 0, number(0), number(1), number(2), number(3));
            case "y" -> path.curveTo(state.transform, number(0), number(1), number(2), number(3), number(2), number(3));
            case "h" -> path.close();
            case "re" -> path.rectangle(state.transform, number(0), number(1), number(2), number(3));
            case "W" -> clipping = Path2D.WIND_NON_ZERO;
            case "W*" -> clipping = Path2D.WIND_EVEN_ODD;
            case "n" -> paint(false, false, Path2D.WIND_NON_ZERO);
            case "f", "F" -> paint(true, false, Path2D.WIND_NON_ZERO);
            case "f*" -> paint(true, false, Path2D.WIND_EVEN_ODD);
            case "S" -> paint(false, true, Path2D.WIND_NON_ZERO);
            case "s" -> {
                path.close();
                paint(false, true, Path2D.WIND_NON_ZERO);
            }
            case "B" -> paint(true, true, Path2D.WIND_NON_ZERO);
            case "B*" -> paint(true, true, Path2D.WIND_EVEN_ODD);
            case "b", "b*" -> {
                path.close();
                paint(true, true, operator.equals("b") ? Path2D.WIND_NON_ZERO : Path2D.WIND_EVEN_ODD);
            }
            default -> state(operator);
        }
    }

    private void state(String operator) throws IOException {
        switch (operator) {
            case "q" -> {
                if (saved.size() < MAX_SAVED) {
                    saved.push(state.clone());
                }
            }
            case "Q" -> state = saved.isEmpty() ? state : saved.pop();
            case "cm" -> state.transform.concatenate(matrix(operands));
            case "w" -> state.lineWidth = Math.abs(number(0));
            case "J" -> state.lineCap = (int) number(0);
            case "j" -> state.lineJoin = (int) number(0);
            case "gs" -> opacity();
            case "Do" -> object();
            default -> colour(operator);
        }
    }

    private void colour(String operator) throws IOException {
        boolean isPattern = last() instanceof COSName;
        switch (operator) {
            case "g" -> state.setFill(PdfColours.GREY, numbers(), false);
            case "rg" -> state.setFill(PdfColours.RGB, numbers(), false);
            case "k" -> state.setFill(PdfColours.CMYK, numbers(), false);
            case "sc", "scn" -> state.setFill(state.fillColours, numbers(), isPattern);
            case "G" -> state.setStroke(PdfColours.GREY, numbers(), false);
            case "RG" -> state.setStroke(PdfColours.RGB, numbers(), false);
            case "K" -> state.setStroke(PdfColours.CMYK, numbers(), false);
            case "SC", "SCN" -> state.setStroke(state.strokeColours, numbers(), isPattern);
            case "cs" -> {
                state.fillColours = PdfColours.of(last(), resources, deadline);
                state.fill = 0;
            }
            case "CS" -> {
                state.strokeColours = PdfColours.of(last(), resources, deadline);
                state.stroke = 0;
            }
            default -> { } // text, shadings, marks: not painted
        }
    }

    private void paint(boolean fill, boolean stroke, int winding) {
        deadline.check();
        Path2D outline = path.take(winding);
        if (fill) {
            painter.fill(outline, state);
        }
        if (stroke) {
            painter.stroke(outline, state);
        }
        if (clipping >= 0) {
            state.clipTo(outline.getBounds2D());
            clipping = -1;
        }
    }

    /** Of the opacities in a named state; what darkens must not cover the ink below it. */
    private void opacity() {
        COSDictionary states = resources.getCOSDictionary(COSName.EXT_G_STATE);
        COSDictionary found = states != null && last() instanceof COSName name ? states.getCOSDictionary(name) : null;
        if (found != null) {
            COSBase blend = found.getDictionaryObject(COSName.BM);
            float most = COSName.MULTIPLY.equals(blend) || COSName.DARKEN.equals(blend) ? 0.5f : 1;
            state.fillOpacity = opacity(found.getFloat(COSName.CA_NS, state.fillOpacity), most);
            state.strokeOpacity = opacity(found.getFloat(COSName.CA, state.strokeOpacity), most);
        }
    }

    private static float opacity(float value, float most) {
        return value >= 0 && value < most ? value : most;
    }

    private void object() throws IOException {
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        if (objects == null || !(last() instanceof COSName name) || !(objects.getDictionaryObject(name) instanceof COSStream stream)) {
            return;
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            paint(stream, PdfStreams.raw(stream));
        } else if (COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE))) {
            form(stream, state.clone());
        }
    }

    private void paint(COSDictionary image, byte[] raw) throws IOException {
        deadline.check();
        if (painter.isVisible(state)) {
            painter.image(new PdfImage(image, decoder, deadline).decode(raw, resources, Math.max(0, state.fill)), state);
        }
    }

    /** Carries out a form's contents, by a state that is its own. */
    void form(COSStream form, PdfState own) throws IOException {
        deadline.check();
        if (depth == DEEPEST) {
            throw new IOException("forms inside forms");
        }
        float[] matrix = PdfPage.numbers(form.getDictionaryObject(COSName.MATRIX), 6);
        if (matrix.length > 0) {
            own.transform.concatenate(new AffineTransform(matrix));
        }
        float[] box = PdfPage.numbers(form.getDictionaryObject(COSName.BBOX), 4);
        if (box.length > 0) {
            own.clipTo(own.transform.createTransformedShape(new Rectangle2D.Double(Math.min(box[0], box[2]), Math.min(box[1], box[3]),
                Math.abs(box[2] - box[0]), Math.abs(box[3] - box[1]))).getBounds2D());
        }
        if (!own.clip.isEmpty()) {
            COSDictionary its = form.getCOSDictionary(COSName.RESOURCES);
            new PdfContents(own, its == null ? resources : its, painter, decoder, deadline, path, depth + 1)
                .run(PdfStreams.content(form, MAX_BYTES, deadline));
        }
    }

    /** The state at the beginning, for what is painted over the page's contents. */
    PdfState initial(PdfPage page) {
        return new PdfState(page.toPixels(), painter.bounds());
    }

    private COSBase last() {
        return operands.isEmpty() ? null : operands.get(operands.size() - 1);
    }

    private float number(int index) {
        return index < operands.size() && operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private float[] numbers() {
        var numbers = new float[operands.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(i);
        }
        return numbers;
    }

    private AffineTransform matrix(List<COSBase> from) {
        return from.size() < 6 ? new AffineTransform()
            : new AffineTransform(number(0), number(1), number(2), number(3), number(4), number(5));
    }
}
