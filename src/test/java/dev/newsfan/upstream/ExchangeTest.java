package dev.newsfan.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.policy.Question;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever leaves ends a request of his own, which it isn't any more once its connection serves another. */
class ExchangeTest {

    private static Vertx vertx;

    private final Future<HttpClientResponse> never =
            Promise.<HttpClientResponse>promise().future();
    private final IncomingBody body = new BytesInFlight(vertx, 1000).share().body(1000);
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicReference<Exchange> exchange = new AtomicReference<>();
    private final Cancellable asker = Uni.createFrom()
            .<UpstreamAnswer>emitter(emitter ->
                    exchange.set(new Exchange(UpstreamRequest.of(Question.NONE), emitter, body, new OpenConnections())))
            .subscribe()
            .with(answered -> {});

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Does it on an event loop, and waits until all has been done that it wants to be done there later. */
    private static void onLoop(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(now -> {
            task.run();
            Vertx.currentContext().runOnContext(later -> done.complete(null));
        });
        done.join();
    }

    private HttpClientRequest request() {
        return (HttpClientRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpClientRequest.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "reset" -> resets.incrementAndGet() > 0;
                        case "response" -> never;
                        case "connection" -> null;
                        default -> proxy;
                    };
                });
    }

    @Test
    void endsARequestThatIsUnderWay() {
        onLoop(() -> {
            exchange.get().begin(request());
            asker.cancel();
        });

        assertThat(resets).hasValue(1);
    }

    @Test
    void endsARequestThatBeginsAfterItsAskerHasLeft() {
        onLoop(() -> {
            asker.cancel();
            exchange.get().begin(request());
        });

        assertThat(resets).hasValue(1);
    }

    @Test
    void leavesARequestAloneOnceItIsComplete() {
        onLoop(() -> {
            exchange.get().begin(request());
            exchange.get().complete();
            asker.cancel();
        });

        assertThat(resets).hasValue(0);
    }

    @Test
    void leavesOneAloneThatIsCompleteBeforeItCanBeEnded() {
        onLoop(() -> {
            asker.cancel();
            exchange.get().begin(request());
            // On a loop that lags behind, the answer is read before what was put off is done.
            exchange.get().complete();
        });

        assertThat(resets).hasValue(0);
    }
}
