package dev.newsfan.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source that writes what a test wants, byte by byte: for what WireMock is too well-behaved to do. It counts
 * connections and requests, and notices when the other side hangs up.
 */
public class RawUpstream implements QuarkusTestResourceLifecycleManager {

    /** Writes an answer to one request. It may go on until the other side hangs up, which ends it with an exception. */
    @FunctionalInterface
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    private static final Answer NOTHING = out -> {};

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile Answer answer = NOTHING;
    private ServerSocket server;

    /** A status line and these headers, each but the last with its line end. */
    static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/feed+json\r\n" + headers + "\r\n\r\n";
    }

    /** A whole answer of a feed with these items, which {@link JsonFeeds#item} makes. */
    static String feed(String... items) {
        String body = JsonFeeds.of(items);
        return head("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length) + body;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("raw-upstream").start(this::accept);
        String url = "http://localhost:" + server.getLocalPort() + "/feed.json";
        return Map.of("newsfan.sources.raw.url", url, "newsfan.sources.raw-hasty.url", url);
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RawUpstream.class));
    }

    /** Answers with a JSON Feed of these items, which {@link JsonFeeds#item} makes. */
    public void answerFeed(String... items) {
        answer(feed(items));
    }

    void answer(String text) {
        answer(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    void answer(Answer newAnswer) {
        answer = newAnswer;
        connections.set(0);
        requests.set(0);
        hangUps.set(0);
    }

    /** Sends nothing at all until the other side hangs up. */
    void stall() {
        answer(NOTHING);
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    int hangUps() {
        return hangUps.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    requests.incrementAndGet();
                    answer.write(new Flushing(socket));
                }
            }
        } catch (CutOff e) {
            return;
        } catch (IOException e) {
            // The other side has reset the connection: a way of hanging up.
        }
        hangUps.incrementAndGet();
    }

    /** Ends an answer by closing the connection, in the middle of whatever it was saying. */
    static final class CutOff extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Sends each write at once. */
    private static final class Flushing extends OutputStream {
        private final OutputStream out;

        Flushing(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            this.out = socket.getOutputStream();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
