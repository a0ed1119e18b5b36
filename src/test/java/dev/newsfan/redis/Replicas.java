package dev.newsfan.redis;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores as the replicas of a service have them, each with a connection of its own. */
final class Replicas implements AutoCloseable {

    /** Generous, as it is to be a bound on waiting and no race. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final List<RedisLink> links = new ArrayList<>();

    Vertx vertx() {
        return vertx;
    }

    /** One that is connected. */
    RedisStore connected(String url) {
        RedisStore store = store(new RedisAddress(url, Optional.empty(), Optional.empty()), LIMIT);
        await().until(store::isUp);
        return store;
    }

    /** One that may become so. */
    RedisStore store(RedisAddress address, Duration limit) {
        RedisLink link = new RedisLink(vertx, address, limit);
        links.add(link);
        link.start();
        return new RedisStore(link, "test");
    }

    static <T> T done(Uni<T> operation) {
        return operation.await().atMost(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        links.forEach(RedisLink::stop);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
