package dev.newsfan.telemetry;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Sources with something to hide, which note what they are told: they answer, redirect, hold their answer back or aren't there. */
public class TracedSources implements QuarkusTestResourceLifecycleManager {

    /** What must be in no span. */
    static final String SECRET = "s3cret";

    private static final byte[] FEED = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [
              {"id": "1", "url": "https://a.example/s3cret", "title": "Ferry s3cret", "date_published": "2026-11-20T04:32:00Z"}
            ]}""".getBytes(StandardCharsets.UTF_8);

    private final Map<String, List<Headers>> heard = new ConcurrentHashMap<>();
    private volatile CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        Map<String, String> config = new LinkedHashMap<>();
        List.of("wire", "herald", "moved", "held", "slow").forEach(name -> source(config, name));
        config.put("newsfan.sources.away.url", "http://localhost:1/" + SECRET);
        return config;
    }

    private void source(Map<String, String> config, String name) {
        String prefix = "newsfan.sources." + name + ".";
        config.put(
                prefix + "url",
                "http://localhost:%d/%s/%s?key=%s".formatted(server.getAddress().getPort(), SECRET, name, SECRET));
        config.put(prefix + "format", "json-feed");
        config.put(prefix + "headers.X-Api-Key", SECRET);
        config.put(prefix + "params.api-key", SECRET);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        of(name).add(exchange.getRequestHeaders());
        try (exchange) {
            switch (name) {
                case "moved" -> {
                    exchange.getResponseHeaders().set("Location", "/" + SECRET + "/there?key=" + SECRET);
                    exchange.sendResponseHeaders(302, -1);
                }
                case "held", "slow" -> {
                    released.await();
                    feed(exchange);
                }
                default -> feed(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void feed(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/feed+json");
        exchange.sendResponseHeaders(200, FEED.length);
        exchange.getResponseBody().write(FEED);
    }

    private List<Headers> of(String source) {
        return heard.computeIfAbsent(source, any -> new CopyOnWriteArrayList<>());
    }

    /** What a source has been told since the last time that this was asked. */
    List<Headers> heard(String source) {
        return List.copyOf(of(source));
    }

    /** From now on those who hold their answers back do so until they are released. */
    void hold() {
        released = new CountDownLatch(1);
        heard.clear();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void stop() {
        release();
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TracedSources.class));
    }
}
