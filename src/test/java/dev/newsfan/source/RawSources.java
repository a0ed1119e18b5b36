package dev.newsfan.source;

import dev.newsfan.config.Configs;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Format;
import dev.newsfan.format.Formats;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.upstream.BytesInFlight;
import dev.newsfan.upstream.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sources without a service around them, and servers that do to them what a test wants. */
public final class RawSources implements AutoCloseable {

    public static final String NEWS = "{\"articles\": [{\"title\": \"A\", \"url\": \"https://a.example/\"}]}";
    public static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: " + NEWS.length() + "\r\n\r\n" + NEWS;

    private final Vertx ours;
    private final ComputePool pool;
    private final Vertx theirs = Vertx.vertx();
    private Function<SourceConfig, Route> networks = source -> Route.DIRECT;

    public RawSources(Vertx ours, ComputePool pool) {
        this.ours = ours;
        this.pool = pool;
    }

    @Override
    public void close() throws Exception {
        get(theirs.close());
    }

    public static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** The port of a server that is given each connection; what it writes it writes as it is. */
    public int raw(Consumer<NetSocket> connections) throws Exception {
        return get(theirs.createNetServer().connectHandler(connections::accept).listen(0, "127.0.0.1"))
                .actualPort();
    }

    public int http(Consumer<HttpServerRequest> requests) throws Exception {
        return get(theirs.createHttpServer().requestHandler(requests::accept).listen(0, "127.0.0.1"))
                .actualPort();
    }

    public int https(HttpServerOptions options, Consumer<HttpServerRequest> requests) throws Exception {
        return get(theirs.createHttpServer(options.setSsl(true).setUseAlpn(true))
                        .requestHandler(requests::accept)
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    /** How the sources that are made from now on are reached. */
    public RawSources reached(Function<SourceConfig, Route> by) {
        networks = by;
        return this;
    }

    /** A source of its own, configured as said: names of keys and values by turns. */
    public Source source(int port, BytesInFlight memory, String... keys) {
        return source("http://127.0.0.1:" + port + "/feed", Formats.newsApi(), Configs.NO_POLICIES, memory, keys);
    }

    /** One that writes in this format, and is asked under these policies. */
    public Source source(String url, Format format, PolicySettings policies, BytesInFlight memory, String... keys) {
        SourceConfig config = Configs.source(url, keys);
        return Source.of(
                "wire",
                config,
                policies,
                format,
                new Source.Means(
                        ours,
                        new VertxTiming(ours),
                        new AnswerCache(1 << 20),
                        SharedStore.NONE,
                        pool,
                        memory,
                        100,
                        1,
                        networks));
    }

    /** With more memory than it needs. */
    public Source source(int port, String... keys) {
        return source(port, new BytesInFlight(ours, 1 << 30), keys);
    }

    public static CompletableFuture<FetchResult> ask(Source source) {
        return source.ask(Question.NONE)
                .map(SourceAnswer::result)
                .subscribeAsCompletionStage()
                .orTimeout(20, TimeUnit.SECONDS);
    }
}
