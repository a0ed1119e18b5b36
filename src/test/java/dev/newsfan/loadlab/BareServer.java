package dev.newsfan.loadlab;

import dev.newsfan.news.Article;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job of {@code /async-news} by hand: Vert.x, a JSON parser and nothing between them. Of the service it shares the articles
 * and the merge, which are no framework; everything else that costs more in the service is the price of its comfort.
 */
final class BareServer {

    private static final int BACKLOG = 4096;

    private final AtomicInteger atWork = new AtomicInteger();
    private final List<StubSource> sources;
    private final List<Integer> ports;
    private final int limit;

    private BareServer(List<StubSource> sources, List<Integer> ports, int limit) {
        this.sources = sources;
        this.ports = ports;
        this.limit = limit;
    }

    /** @param arguments how many requests at most, then the ports of the sources */
    public static void main(String[] arguments) throws Exception {
        Parent.endWithIt(() -> {});
        List<Integer> ports = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            ports.add(Integer.parseInt(arguments[i]));
        }
        var server = new BareServer(StubSource.first(ports.size()), ports, Integer.parseInt(arguments[0]));
        int loops = Runtime.getRuntime().availableProcessors();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops))
                .deployVerticle(() -> server.new Instance(port), new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        System.out.println(Child.READY + port);
    }

    /** One event loop with its own connections: a request and its calls stay on it. */
    private final class Instance extends AbstractVerticle {

        private final int port;
        private List<HttpClient> clients;

        Instance(int port) {
            this.port = port;
        }

        @Override
        public void start(Promise<Void> started) {
            clients = ports.stream()
                    .map(source -> vertx.createHttpClient(new HttpClientOptions()
                            .setDefaultHost("127.0.0.1")
                            .setDefaultPort(source)
                            .setMaxPoolSize(limit)))
                    .toList();
            vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG))
                    .requestHandler(this::enter)
                    .listen(port, "127.0.0.1")
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void enter(HttpServerRequest request) {
            if (atWork.incrementAndGet() > limit) {
                atWork.decrementAndGet();
                request.response()
                        .setStatusCode(503)
                        .putHeader("Retry-After", "1")
                        .end();
                return;
            }
            long arrived = System.nanoTime();
            List<Future<List<Article>>> parts = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                parts.add(ask(i));
            }
            Future.join(parts).onComplete(done -> {
                atWork.decrementAndGet();
                answer(request, arrived, parts);
            });
        }

        private Future<List<Article>> ask(int index) {
            StubSource source = sources.get(index);
            return clients.get(index)
                    .request(HttpMethod.GET, "/")
                    .compose(call -> call.send())
                    .compose(response -> response.body())
                    .map(body -> BareNews.read(source, body.getBytes()));
        }

        private void answer(HttpServerRequest request, long arrived, List<Future<List<Article>>> parts) {
            boolean complete = parts.stream().allMatch(Future::succeeded);
            byte[] digest = BareNews.digest(sources, parts, arrived);
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("News-Complete", Boolean.toString(complete))
                    .end(Buffer.buffer(digest));
        }
    }
}
