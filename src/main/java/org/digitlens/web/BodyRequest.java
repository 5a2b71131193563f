package org.digitlens.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body is in memory. */
final class BodyRequest extends HttpServletRequestWrapper {

    private final ServletInputStream body;

    BodyRequest(HttpServletRequest request, ReceivedBody body) {
        super(request);
        this.body = new Stream(body.stream());
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(encoding == null ? new InputStreamReader(body, StandardCharsets.ISO_8859_1)
            : new InputStreamReader(body, encoding));
    }

    private static final class Stream extends ServletInputStream {

        private final InputStream bytes;

        Stream(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public boolean isFinished() {
            return available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is here already; read it");
        }

        @Override
        public int available() {
            try {
                return bytes.available();
            } catch (IOException e) {
                throw new IllegalStateException(e); // memory does not fail
            }
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }
    }
}
