package dev.newsfan.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sources that fare differently: one answers, one answers once and then fails, one always fails, one never says a word. */
final class MixedSources implements AutoCloseable {

    private static final byte[] FEED = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
              {"id": "1", "url": "https://a.example/ferry", "title": "Ferry", "date_published": "2026-11-20T04:32:00Z"}
            ]}""".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger once = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    MixedSources() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/good", exchange -> answer(exchange, 200));
        server.createContext("/once", exchange -> answer(exchange, once.getAndIncrement() == 0 ? 200 : 500));
        server.createContext("/bad", exchange -> answer(exchange, 500));
        server.createContext("/silent", this::keepSilent);
        server.start();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/feed+json");
            exchange.sendResponseHeaders(status, FEED.length);
            exchange.getResponseBody().write(FEED);
        }
    }

    private void keepSilent(HttpExchange exchange) {
        try (exchange) {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The line that configures one of them: {@code good}, {@code once}, {@code bad} or {@code silent}. */
    String configuration(String source) {
        return "newsfan.sources." + source + ".url=http://localhost:"
                + server.getAddress().getPort() + "/" + source;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
