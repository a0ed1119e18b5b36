package dev.newsfan.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Somebody who asks the service over a socket of his own, and has no manners. */
final class Caller implements AutoCloseable {

    /** So small that the service can't get rid of an answer by sending it. */
    private static final int RECEIVE_BUFFER = 4096;

    /** How long the service may take with anything. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(50);

    private final Socket socket = new Socket();
    private final InputStream in;

    /** Connects to where the URL leads. */
    Caller(URI url) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    /** Asks over HTTP/1.1, and looks at nothing that is answered. */
    Caller ask(URI url) throws IOException {
        return write("GET " + url.getPath() + "?" + url.getQuery() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** Asks for the same several times, without waiting for answers. */
    Caller ask(URI url, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            ask(url);
        }
        return this;
    }

    /** Asks over HTTP/2 on several streams, of which none may answer more than this. */
    Caller askByStreams(URI url, int streams, int window) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(Http2Frame.PREFACE.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(Http2Frame.setting(Http2Frame.INITIAL_WINDOW_SIZE, window));
        for (int stream = 1; stream < 2 * streams; stream += 2) {
            request.writeBytes(request(url, stream));
        }
        write(request.toByteArray());
        return this;
    }

    /** The one frame of a GET. */
    static byte[] request(URI url, int stream) {
        return Http2Frame.headers(
                Http2Frame.END_STREAM | Http2Frame.END_HEADERS,
                stream,
                ":method",
                "GET",
                ":scheme",
                "http",
                ":authority",
                "localhost",
                ":path",
                url.getPath() + "?" + url.getQuery());
    }

    Caller write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The first bytes of what is answered. */
    String read(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** All that comes until the service ends the connection. */
    String readToTheEnd() {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketTimeoutException nothingHappens) {
            throw new AssertionError("The connection is still open", nothingHappens);
        } catch (IOException reset) {
            // That ends it as well.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The next frame of a type, whatever comes before it. */
    Http2Frame frame(int type) throws IOException {
        while (true) {
            Http2Frame frame = Http2Frame.read(in);
            if (frame.type() == type) {
                return frame;
            }
        }
    }

    /** Writes the same again and again, slowly, until the service has ended the connection. */
    void dripUntilTheEnd(String text) {
        try {
            while (isOpen()) {
                write(text);
            }
        } catch (IOException reset) {
            // That ends it as well.
        }
    }

    /** Reads nothing, and writes what means nothing until there is nobody any more who could read it. */
    void writeUntilTheEnd() {
        try {
            while (true) {
                write("\r\n");
                pause();
            }
        } catch (IOException reset) {
            // That is the end.
        }
    }

    /** Reads a byte now and then, until the service has ended the connection. */
    void sipUntilTheEnd() {
        try {
            while (true) {
                if (in.read() < 0) {
                    return;
                }
                pause();
                // What has arrived before the end can still be read; to write shows that there is nobody any more.
                write("\r\n");
            }
        } catch (SocketTimeoutException nothingHappens) {
            throw new AssertionError("The connection is still open", nothingHappens);
        } catch (IOException reset) {
            // That ends it as well.
        }
    }

    private static void pause() {
        LockSupport.parkNanos(BETWEEN_DRIPS.toNanos());
    }

    private boolean isOpen() throws IOException {
        socket.setSoTimeout((int) BETWEEN_DRIPS.toMillis());
        try {
            if (in.read() < 0) {
                throw new EOFException();
            }
            return true;
        } catch (SocketTimeoutException nothingIsSaid) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Asks on a stream after the other, and takes each request back at once. */
    void resetRapidly(URI url, int streams) {
        try {
            for (int stream = 3; stream < 2 * streams; stream += 2) {
                write(request(url, stream));
                write(Http2Frame.reset(stream, Http2Frame.CANCEL));
            }
        } catch (IOException closed) {
            // That ends it as well.
        }
    }

    /** Leaves without a good-bye. */
    void leave() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
