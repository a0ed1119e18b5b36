package dev.newsfan.source;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.SourceConfig;
import dev.newsfan.format.Format;
import dev.newsfan.format.Formats;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Sources without a service around them, and servers that do to them what a test wants. */
final class RawSources implements AutoCloseable {

    static final String NEWS = "{\"articles\": [{\"title\": \"A\", \"url\": \"https://a.example/\"}]}";
    static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: " + NEWS.length() + "\r\n\r\n" + NEWS;

    private final Vertx ours;
    private final ComputePool pool;
    private final Vertx theirs = Vertx.vertx();
    private Function<SourceConfig, Route> networks = source -> Route.DIRECT;

    RawSources(Vertx ours, ComputePool pool) {
        this.ours = ours;
        this.pool = pool;
    }

    @Override
    public void close() throws Exception {
        get(theirs.close());
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** The port of a server that is given each connection; what it writes it writes as it is. */
    int raw(Consumer<NetSocket> connections) throws Exception {
        return get(theirs.createNetServer().connectHandler(connections::accept).listen(0, "127.0.0.1"))
                .actualPort();
    }

    int http(Consumer<HttpServerRequest> requests) throws Exception {
        return get(theirs.createHttpServer().requestHandler(requests::accept).listen(0, "127.0.0.1"))
                .actualPort();
    }

    int https(HttpServerOptions options, Consumer<HttpServerRequest> requests) throws Exception {
        return get(theirs.createHttpServer(options.setSsl(true).setUseAlpn(true))
                        .requestHandler(requests::accept)
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    /** How the sources that are made from now on are reached. */
    RawSources reached(Function<SourceConfig, Route> by) {
        networks = by;
        return this;
    }

    /** A source of its own, configured as said: names of keys and values by turns. */
    Source source(int port, BytesInFlight memory, String... keys) {
        return source("http://127.0.0.1:" + port + "/feed", Formats.newsApi(), Configs.NO_POLICIES, memory, keys);
    }

    /** One that writes in this format, and is asked under these policies. */
    Source source(String url, Format format, PolicySettings policies, BytesInFlight memory, String... keys) {
        SourceConfig config = config(url, keys);
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

    /** How a source at this URL is asked. */
    UpstreamSettings settings(String url) {
        return new UpstreamSettings("wire", config(url), 1, "*/*", Route.DIRECT);
    }

    /** What the configuration says of it. */
    static SourceConfig config(String url, String... keys) {
        String prefix = "newsfan.sources.wire.";
        Map<String, String> all = new HashMap<>(Map.of(prefix + "url", url, prefix + "format", "newsapi"));
        for (int i = 0; i < keys.length; i += 2) {
            all.put(prefix + keys[i], keys[i + 1]);
        }
        return Configs.with(all).getConfigMapping(NewsfanConfig.class).sources().get("wire");
    }

    /** With more memory than it needs. */
    Source source(int port, String... keys) {
        return source(port, new BytesInFlight(ours, 1 << 30), keys);
    }

    static CompletableFuture<FetchResult> ask(Source source) {
        return source.ask(Question.NONE)
                .map(SourceAnswer::result)
                .subscribeAsCompletionStage()
                .orTimeout(20, TimeUnit.SECONDS);
    }
}
