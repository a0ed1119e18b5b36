package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.HedgeAfter;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.config.Rate;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Backoff;
import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.Bulkhead;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.Hedge;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.RateLimit;
import dev.newsfan.policy.Retry;
import dev.newsfan.policy.Share;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedRateLimit;
import dev.newsfan.policy.SharedStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chain as docs/policies.md has it. */
class PolicyOrderTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aReplicaOnItsOwnHasAllButWhatIsShared() {
        assertThat(chain(settings(Optional.of(rate())), SharedStore.NONE))
                .containsExactly(
                        Freshness.class,
                        Share.class,
                        Hedge.class,
                        Retry.class,
                        Breaker.class,
                        Backoff.class,
                        Bulkhead.class,
                        RateLimit.class);
    }

    @Test
    void aStoreBringsACacheAndARateThatReplicasShare() {
        assertThat(chain(settings(Optional.of(rate())), store()))
                .containsExactly(
                        Freshness.class,
                        Share.class,
                        SharedCache.class,
                        Hedge.class,
                        Retry.class,
                        Breaker.class,
                        Backoff.class,
                        Bulkhead.class,
                        SharedRateLimit.class);
    }

    @Test
    void withoutARateThereIsNoneToShare() {
        assertThat(chain(settings(Optional.empty()), store())).endsWith(Backoff.class, Bulkhead.class);
    }

    private List<Class<?>> chain(PolicySettings settings, SharedStore store) {
        // Policies neither read nor count bodies, so they need no pool and no memory.
        var means =
                new Source.Means(vertx, new VertxTiming(vertx), new AnswerCache(1 << 20), store, null, null, 100, 1);
        var place = new SharedCache.Place(
                question -> "wire", raw -> Uni.createFrom().nothing(), Duration.ofSeconds(1));
        List<Policy> policies = new Policies("wire", settings, means, place, Duration.ofSeconds(1), new PolicyEvents())
                .outermostFirst();
        return policies.stream().<Class<?>>map(Object::getClass).toList();
    }

    private static Rate rate() {
        return new Rate(30, Duration.ofMinutes(1));
    }

    private static PolicySettings settings(Optional<Rate> rate) {
        return new PolicySettings(
                true,
                Duration.ofMinutes(1),
                true,
                Duration.ofHours(1),
                1,
                true,
                Duration.ofSeconds(10),
                true,
                Optional.of(5),
                rate,
                Optional.of(new HedgeAfter(Optional.of(95), Optional.empty())));
    }

    /** One that is there; nobody asks it anything. */
    private static SharedStore store() {
        return (SharedStore) Proxy.newProxyInstance(
                SharedStore.class.getClassLoader(),
                new Class<?>[] {SharedStore.class},
                (store, method, arguments) -> method.getName().equals("isThere"));
    }
}
