package dev.newsfan.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.newsfan.api.MatrixCell.Trouble;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A source for each cell of the matrix: its first answer is good, all others have its fault. It counts its calls. */
public class MatrixSources implements QuarkusTestResourceLifecycleManager {

    /** One without a fault. */
    private static final String WARM = "warm";

    private static final byte[] FEED = JsonFeeds.of(
                    JsonFeeds.item("One", "https://one.example/", "2026-11-20T01:00:00Z"))
            .getBytes(StandardCharsets.UTF_8);

    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Map<String, Trouble> faults = Map.of();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        faults = MatrixCell.all().collect(Collectors.toMap(MatrixCell::source, MatrixCell::fault));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort() + "/";
        return Stream.concat(faults.keySet().stream(), Stream.of(WARM))
                .collect(Collectors.toMap(source -> "newsfan.sources." + source + ".url", url::concat));
    }

    private void answer(HttpExchange call) throws IOException {
        String source = call.getRequestURI().getPath().substring(1);
        boolean first = counter(source).getAndIncrement() == 0;
        switch (first ? Trouble.NONE : faults.getOrDefault(source, Trouble.NONE)) {
            case NONE -> send(call, 200, FEED);
            case STATUS_500 -> send(call, 500, FEED);
            case STATUS_503 -> send(call, 503, FEED);
            case STATUS_404 -> send(call, 404, FEED);
            case STATUS_429 -> send(call, 429, FEED);
            case GARBAGE -> send(call, 200, "{\"version\": nonsense".getBytes(StandardCharsets.UTF_8));
            case CUT_OFF -> {
                call.sendResponseHeaders(200, FEED.length);
                call.getResponseBody().write(FEED, 0, 10);
                call.getResponseBody().flush();
                call.close();
            }
            case SILENT -> awaitTheEnd();
        }
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange call, int status, byte[] body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/feed+json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private AtomicInteger counter(String source) {
        return calls.computeIfAbsent(source, name -> new AtomicInteger());
    }

    /** How many calls a source has seen. */
    int calls(String source) {
        return counter(source).get();
    }

    @Override
    public void inject(TestInjector fields) {
        fields.injectIntoFields(this, new TestInjector.MatchesType(MatrixSources.class));
    }

    @Override
    public void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The whole configuration of the sources but their URLs. */
    static Map<String, String> settings() {
        return Stream.concat(
                        Stream.of("newsfan.sources." + WARM + ".format=json-feed"),
                        MatrixCell.all()
                                .flatMap(cell ->
                                        cell.settings().map(key -> "newsfan.sources." + cell.source() + "." + key)))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> b));
    }
}
