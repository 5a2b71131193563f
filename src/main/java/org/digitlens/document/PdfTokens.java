package org.digitlens.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.digitlens.decoding.Deadline;
import org.digitlens.decoding.PictureException;

/**
 * The operands and operators of a page's contents (ISO 32000-1, 7.8.2). PDFBox's own parser keeps every word that it ever met as
 * an operator, which strangers must not be able to make use of.
 */
final class PdfTokens {

    private static final int DEEPEST = 8;
    private static final int MAX_OPERANDS = 10_000;

    private final byte[] bytes;
    private final Deadline deadline;
    private int at;
    private int operands;

    PdfTokens(byte[] bytes, Deadline deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    /** The next operand, a {@link COSBase}, or operator, a {@link String}; null at the end. */
    Object next() throws IOException {
        Object token = next(0);
        if (token instanceof String) {
            operands = 0;
        }
        return token;
    }

    private Object next(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("contents are nested too deeply");
        }
        deadline.step();
        Object token = token(depth);
        if (token instanceof COSBase && ++operands > MAX_OPERANDS) { // those inside others, too
            throw new PictureException.TooLarge("The PDF has contents with more than %,d operands in a row; expected at most so many."
                .formatted(MAX_OPERANDS));
        }
        return token;
    }

    private Object token(int depth) throws IOException {
        while (true) {
            skipSpace();
            if (at >= bytes.length) {
                return null;
            }
            boolean doubled = at + 1 < bytes.length && bytes[at + 1] == bytes[at];
            switch (bytes[at]) {
                case '/' -> {
                    return COSName.getPDFName(name());
                }
                case '(' -> {
                    return literal();
                }
                case '[' -> {
                    at++;
                    return array(depth);
                }
                case ']' -> {
                    at++;
                    return "]";
                }
                case '<' -> {
                    return doubled ? dictionary(depth) : hexadecimal();
                }
                case '>' -> {
                    at += 2;
                    return ">>";
                }
                case ')', '{', '}' -> at++; // out of place
                default -> {
                    return word();
                }
            }
        }
    }

    private COSArray array(int depth) throws IOException {
        var array = new COSArray();
        for (Object token = next(depth + 1); token instanceof COSBase value; token = next(depth + 1)) {
            array.add(value);
        }
        return array;
    }

    private COSDictionary dictionary(int depth) throws IOException {
        var dictionary = new COSDictionary();
        at += 2;
        while (next(depth + 1) instanceof COSName key && next(depth + 1) instanceof COSBase value) {
            dictionary.setItem(key, value);
        }
        return dictionary;
    }

    /** What stands between BI and ID, and the bytes up to EI. */
    InlineImage inlineImage() throws IOException {
        var dictionary = new COSDictionary();
        Object token = next();
        while (token instanceof COSName key && next() instanceof COSBase value) {
            dictionary.setItem(key, value);
            token = next();
        }
        int from = Math.min(bytes.length, at + 1);
        for (at = from; at + 1 < bytes.length; at++) {
            boolean alone = (at == from || isSpace(bytes[at - 1])) && (at + 2 >= bytes.length || isSpace(bytes[at + 2]));
            if (bytes[at] == 'E' && bytes[at + 1] == 'I' && alone) {
                at += 2;
                return new InlineImage(dictionary, Arrays.copyOfRange(bytes, from, at - 2));
            }
        }
        at = bytes.length;
        throw new IOException("a picture in the contents has no end");
    }

    /**
     * A picture that stands in the contents themselves.
     *
     * @param dictionary of its properties, which may be abbreviated
     * @param raw        packed
     */
    record InlineImage(COSDictionary dictionary, byte[] raw) { }

    private Object word() {
        int from = at++;
        while (at < bytes.length && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) {
            at++;
        }
        int first = bytes[from];
        if (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.') {
            return number(from);
        }
        String word = new String(bytes, from, Math.min(at - from, 10), StandardCharsets.ISO_8859_1);
        return switch (word) {
            case "true" -> COSBoolean.TRUE;
            case "false" -> COSBoolean.FALSE;
            case "null" -> COSNull.NULL;
            default -> word;
        };
    }

    private COSFloat number(int from) {
        try {
            return new COSFloat(Float.parseFloat(new String(bytes, from, Math.min(at - from, 40), StandardCharsets.ISO_8859_1)));
        } catch (NumberFormatException e) {
            return new COSFloat(0);
        }
    }

    private String name() {
        int from = ++at;
        var name = new ByteArrayOutputStream();
        for (; at < bytes.length && !isSpace(bytes[at]) && !isDelimiter(bytes[at]); at++) {
            int high = at + 2 < bytes.length && bytes[at] == '#' ? Character.digit(bytes[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], 16);
            if (low >= 0) {
                name.write(high << 4 | low);
                at += 2;
            } else {
                name.write(bytes[at]);
            }
            if (at - from > 1_000) {
                break;
            }
        }
        return name.toString(StandardCharsets.UTF_8);
    }

    private COSString literal() {
        var text = new ByteArrayOutputStream();
        int open = 0;
        do {
            int letter = bytes[at++];
            if (letter == '\\' && at < bytes.length) {
                letter = escaped();
            } else if (letter == '(' && open++ == 0 || letter == ')' && --open == 0) {
                continue;
            }
            text.write(letter);
        } while (open > 0 && at < bytes.length);
        return new COSString(text.toByteArray());
    }

    private int escaped() {
        int letter = bytes[at++];
        if (letter >= '0' && letter <= '7') {
            int value = letter - '0';
            for (int digits = 1; digits < 3 && at < bytes.length && bytes[at] >= '0' && bytes[at] <= '7'; digits++) {
                value = 8 * value + bytes[at++] - '0';
            }
            return value;
        }
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> letter;
        };
    }

    private COSString hexadecimal() {
        var text = new ByteArrayOutputStream();
        int high = -1;
        for (at++; at < bytes.length && bytes[at] != '>'; at++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit >= 0 && high >= 0) {
                text.write(high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        at++;
        return new COSString(text.toByteArray());
    }

    private void skipSpace() {
        while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] == '%')) {
            if (bytes[at] == '%') {
                while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f' || letter == 0;
    }

    private static boolean isDelimiter(byte letter) {
        return "()<>[]{}/%".indexOf(letter) >= 0;
    }
}
