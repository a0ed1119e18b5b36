package dev.newsfan.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that does to its peer what a script says. All its methods end with an {@link IOException} when the peer has
 * left.
 */
final class HostileConnection {

    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(50);
    private static final int PREFACE = 24;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final AtomicInteger requests;

    /** @param requests counts those of all connections */
    HostileConnection(Socket socket, AtomicInteger requests) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.requests = requests;
    }

    /** Reads the next request, and tells how many there have been, on other connections too. */
    int request() throws IOException {
        for (int last = 0; last != 0x0d0a0d0a; ) {
            last = last << 8 | read();
        }
        return requests.incrementAndGet();
    }

    private int read() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return read;
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Does nothing for a while. */
    void pause(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            read();
        } catch (SocketTimeoutException asMeant) {
            // Nothing has been said meanwhile, and nobody has left.
        } finally {
            socket.setSoTimeout(0);
        }
    }

    /** Does nothing until the peer leaves. */
    void stall() throws IOException {
        while (true) {
            read();
        }
    }

    /** Writes the same again and again, slowly, until the peer leaves. */
    void drip(String text) throws IOException {
        while (true) {
            write(text);
            pause(BETWEEN_DRIPS);
        }
    }

    /** Writes the same again and again, as fast as can be, until the peer leaves. */
    void flood(byte[] bytes) throws IOException {
        while (true) {
            out.write(bytes);
        }
    }

    void flood(String text) throws IOException {
        flood(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the connection without a good-bye. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Goes over to HTTP/2 with the first request, which becomes stream 1 (RFC 7540, section 3.2). */
    int upgrade(byte[] settings) throws IOException {
        int request = request();
        write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
        write(settings);
        in.readNBytes(PREFACE);
        return request;
    }

    /** How many there have been, on other connections too. */
    int requests() {
        return requests.get();
    }

    /** The id of the next stream that the peer opens. */
    int stream() throws IOException {
        while (true) {
            Http2Frame frame = Http2Frame.read(in);
            if (frame.type() == Http2Frame.HEADERS) {
                requests.incrementAndGet();
                return frame.stream();
            }
        }
    }
}
