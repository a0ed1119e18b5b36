package dev.newsfan.loadlab.servers;

import dev.newsfan.loadlab.ParentProcess;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a server by hand is told when it is started. Nothing of this happens again with a request.
 *
 * @param limit how many requests it lets in at a time
 * @param ports those of the sources
 */
record HandWrittenServer(int limit, List<Integer> ports) {

    /**
     * Starts a server with an event loop for each processor, and tells the lab.
     *
     * @param arguments how many requests at most, then the ports of the sources
     * @param servers makes the server, which makes the handler of an event loop, on that loop
     */
    static void start(
            String[] arguments, Function<HandWrittenServer, Function<Vertx, Handler<HttpServerRequest>>> servers)
            throws Exception {
        ParentProcess.endWithIt(() -> {});
        List<Integer> numbers = Arrays.stream(arguments).map(Integer::valueOf).toList();
        HandWrittenServer setup = new HandWrittenServer(numbers.getFirst(), numbers.subList(1, numbers.size()));
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        ParentProcess.tellReady(List.of(EventLoopServer.start(vertx, loops, servers.apply(setup))));
    }

    List<StubSource> sources() {
        return StubSource.first(ports.size());
    }

    /** A client for each source, for the event loop that asks for them. */
    List<HttpClient> clients(Vertx vertx) {
        return ports.stream()
                .map(port -> vertx.createHttpClient(new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setMaxPoolSize(limit)))
                .toList();
    }
}
