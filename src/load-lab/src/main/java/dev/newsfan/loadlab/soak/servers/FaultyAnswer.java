package dev.newsfan.loadlab.soak.servers;

import dev.newsfan.loadlab.soak.Fault;
import dev.newsfan.loadlab.soak.SoakSource;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Writes an answer that is wrong in one way. The connection is of no use afterwards, but for a mere status. */
record FaultyAnswer(Socket socket, SoakSource source) {

    /** Longer than any caller waits. */
    private static final int TOO_LONG_MILLIS = 5_000;

    private static final long DRIP_MILLIS = 100;

    /** More than the service is told to read. */
    private static final int TOO_LARGE = 1 << 20;

    /** A few KB when it is packed. */
    private static final int BOMB = 16 << 20;

    /** @param body that of a right answer */
    void write(Fault fault, byte[] body) throws IOException, InterruptedException {
        switch (fault) {
            case REFUSED, RESET_BEFORE_HEAD -> reset();
            case RESET_IN_HEAD -> {
                write("HTTP/1.1 200 OK\r\nContent-Ty");
                reset();
            }
            case RESET_IN_BODY -> {
                write(head(200, body.length, ""));
                write(half(body));
                reset();
            }
            case STALLED_BODY -> {
                write(head(200, body.length, ""));
                write(half(body));
                Thread.sleep(TOO_LONG_MILLIS);
            }
            case DRIPPED_BODY -> drip(body);
            case SLOW_HEAD -> Thread.sleep(TOO_LONG_MILLIS);
            case GARBAGE -> whole(garbage(body.length), "");
            case TOO_LARGE -> whole(blanks(TOO_LARGE), "");
            case GZIP_BOMB -> whole(SourceBody.zip(blanks(BOMB)), "Content-Encoding: gzip\r\n");
            case CUT_OFF_GZIP -> whole(half(SourceBody.zip(body)), "Content-Encoding: gzip\r\n");
            case TOO_SHORT_A_LENGTH -> {
                write(head(200, body.length / 2, ""));
                write(body);
                awaitHangUp();
            }
            case TOO_LONG_A_LENGTH -> {
                write(head(200, 2 * body.length, ""));
                write(body);
            }
            case STATUS_304, STATUS_429, STATUS_500, STATUS_503 -> write(head(fault.status(), 0, ""));
        }
    }

    private void whole(byte[] body, String header) throws IOException {
        write(head(200, body.length, header));
        write(body);
        awaitHangUp();
    }

    /** A connection that ends while its answer is still being read would be a second fault. */
    private void awaitHangUp() throws IOException {
        socket.setSoTimeout(TOO_LONG_MILLIS);
        socket.getInputStream().skip(Long.MAX_VALUE);
    }

    private String head(int status, int length, String header) {
        return "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n"
                .formatted(status, SourceBody.contentType(source), length, header);
    }

    private void drip(byte[] body) throws IOException, InterruptedException {
        write(head(200, body.length, ""));
        OutputStream out = socket.getOutputStream();
        long end = System.nanoTime() + TOO_LONG_MILLIS * 1_000_000L;
        for (int i = 0; i < body.length && System.nanoTime() < end; i++) {
            out.write(body[i]);
            Thread.sleep(DRIP_MILLIS);
        }
    }

    /** With it, closing sends RST instead of FIN. */
    private void reset() throws IOException {
        socket.setSoLinger(true, 0);
    }

    private void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static byte[] blanks(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }
}
