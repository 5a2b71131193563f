package org.digitlens.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection to the server on which anything can be said, well-formed or not. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 90_000;

    private final Socket socket = new Socket();

    Wire(URI address) {
        this(address, 0);
    }

    /** @param receiveBuffer in bytes; 0 for what is usual */
    Wire(URI address, int receiveBuffer) {
        try {
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request's line and headers, lines separated by {@code \n}. */
    Wire head(String lines) {
        return say((lines + "\nHost: localhost\n\n").replace("\n", "\r\n"));
    }

    /** A request with a body of a declared length, of which nothing is sent yet. */
    Wire post(String path, String mediaType, long length) {
        return head("POST /" + path + " HTTP/1.1\nContent-Type: " + mediaType + "\nContent-Length: " + length);
    }

    Wire say(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends, whether anybody still listens or not. */
    boolean trySend(byte[] bytes) {
        try {
            send(bytes);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** All that the server says until it hangs up; what there is of it, if it hangs up abruptly. */
    String untilClosed() {
        var said = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            var buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                said.write(buffer, 0, read);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new UncheckedIOException("the server did not hang up", e);
        } catch (IOException e) { // a reset is a way to hang up
            return said.toString(StandardCharsets.UTF_8);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** Whether the server has said something already. */
    boolean hasAnswer() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status line and whatever has come with it. */
    String answer() {
        try {
            var buffer = new byte[65_536];
            int read = socket.getInputStream().read(buffer);
            return read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Hangs up at once, with a reset. */
    void vanish() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
