package org.digitlens.document;

import java.io.IOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.digitlens.decoding.PictureException;

/** PDFBox's parser, in memory only, with a bound on what streams unpack to; an encrypted file is refused. */
final class PdfParser extends PDFParser {

    PdfParser(PdfSource source) throws IOException {
        super(source);
        document = new Document(source, this);
    }

    /** Makes the streams of the file, and is asked about encryption before anything is decrypted. */
    private static final class Document extends COSDocument {

        private final PdfSource source;
        private final PdfParser parser;

        Document(PdfSource source, PdfParser parser) {
            super(IOUtils.createMemoryOnlyStreamCache(), parser);
            this.source = source;
            this.parser = parser;
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long from, long length) throws IOException {
            var stream = new Stream(source, parser.createRandomAccessReadView(from, length));
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }

        @Override
        public COSDictionary getEncryptionDictionary() {
            if (super.getEncryptionDictionary() != null) {
                throw new PictureException.Unsupported("an encrypted PDF document", "one without a password");
            }
            return null;
        }
    }

    /** A stream that PDFBox itself unpacks: cross references, and objects. Pictures and contents are unpacked elsewhere. */
    private static final class Stream extends COSStream {

        private static final int MAX_BYTES = 1 << 20;
        private static final int OBJECTS_PER_BYTE = 3; // a cross reference of one byte costs more memory than a byte of text

        private final PdfSource source;

        Stream(PdfSource source, RandomAccessReadView raw) throws IOException {
            super(null, raw);
            this.source = source;
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            byte[] content = content();
            return new COSStream(null, new RandomAccessReadView(new RandomAccessReadBuffer(content), 0, content.length)).createInputStream();
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            return new RandomAccessReadBuffer(content());
        }

        private byte[] content() throws IOException {
            byte[] content = PdfStreams.content(this, MAX_BYTES, source.deadline());
            source.charge((long) OBJECTS_PER_BYTE * content.length);
            return content;
        }
    }
}
