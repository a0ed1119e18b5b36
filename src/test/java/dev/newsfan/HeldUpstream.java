package dev.newsfan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A source that holds its answers back until it is told to release them. */
final class HeldUpstream implements AutoCloseable {

    static final String TITLE = "Ferry named after its cook";
    private static final byte[] FEED = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
              {"id": "1", "url": "https://a.example/ferry", "title": "%s", "date_published": "2026-11-20T04:32:00Z"}
            ]}""".formatted(TITLE).getBytes(StandardCharsets.UTF_8);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    HeldUpstream() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            released.await();
            exchange.getResponseHeaders().set("Content-Type", "application/feed+json");
            exchange.sendResponseHeaders(200, FEED.length);
            exchange.getResponseBody().write(FEED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/feed.json";
    }

    int requests() {
        return requests.get();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
