package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Ask;
import dev.newsfan.policy.CacheHeaders;
import dev.newsfan.policy.FakeStore;
import dev.newsfan.policy.FetchResult;
import dev.newsfan.policy.ManualTiming;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvent;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.Question;
import dev.newsfan.policy.RawAnswer;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedStore;
import dev.newsfan.policy.SourceAnswer;
import dev.newsfan.policy.SourceException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplicaChainTest {

    private static final Map<String, String> ALL = Map.of(
            "newsfan.share", "true",
            "newsfan.fresh-for", "1m",
            "newsfan.hedge-after", "p95",
            "newsfan.retries", "1",
            "newsfan.breaker", "true",
            "newsfan.backoff", "true",
            "newsfan.bulkhead", "2",
            "newsfan.max-rate", "1/1d");

    private final ManualTiming timing = new ManualTiming();
    private final AtomicInteger calls = new AtomicInteger();

    private Policies policies(Map<String, String> keys, SharedStore store) {
        NewsfanConfig config = Configs.with(keys).getConfigMapping(NewsfanConfig.class);
        Duration timeout = Duration.ofSeconds(5);
        Source.Means means =
                new Source.Means(null, timing, new AnswerCache(1 << 20), store, null, null, 1, config.replicas());
        SharedCache.Place place = new SharedCache.Place(
                question -> "wire:key", raw -> Uni.createFrom().item(SourceAnswer.of(FetchResult.NONE)), timeout);
        return new Policies("wire", PolicySettings.of(config, config), means, place, timeout, new PolicyEvents());
    }

    /** A replica with policies of its own, whose source answers at once. */
    private Ask replica(Map<String, String> keys, SharedStore store) {
        return Policy.around(
                question -> Uni.createFrom().item(() -> {
                    calls.incrementAndGet();
                    return SourceAnswer.of(
                            FetchResult.NONE, CacheHeaders.NONE, Optional.of(new RawAnswer(Map.of(), new byte[] {1})));
                }),
                policies(keys, store).outermostFirst());
    }

    @Test
    void standInTheirOrder() {
        assertThat(policies(ALL, new FakeStore(timing)).outermostFirst())
                .extracting(policy -> policy.getClass().getSimpleName())
                .containsExactly(
                        "Freshness",
                        "Share",
                        "SharedCache",
                        "Hedge",
                        "Retry",
                        "Breaker",
                        "Backoff",
                        "Bulkhead",
                        "SharedRateLimit");
    }

    @Test
    void countTheirRateThemselvesWithoutASharedCache() {
        assertThat(policies(ALL, SharedStore.NONE).outermostFirst())
                .extracting(policy -> policy.getClass().getSimpleName())
                .endsWith("Bulkhead", "RateLimit")
                .doesNotContain("SharedCache");
    }

    @Test
    void askOnceForAllReplicas() {
        SharedStore store = new FakeStore(timing);

        ask(replica(ALL, store));
        SourceAnswer second = ask(replica(ALL, store));

        assertThat(second.events()).contains(PolicyEvent.FROM_REPLICA);
        assertThat(calls).hasValue(1);
    }

    @Test
    void keepARateForAllReplicas() {
        SharedStore store = new FakeStore(timing);
        Map<String, String> rate = Map.of("newsfan.fresh-for", "0", "newsfan.max-rate", "1/1d");

        ask(replica(rate, store));

        assertThatExceptionOfType(SourceException.class).isThrownBy(() -> ask(replica(rate, store)));
        assertThat(calls).hasValue(1);
    }

    private static SourceAnswer ask(Ask replica) {
        return replica.ask(Question.NONE).await().atMost(Duration.ofSeconds(5));
    }
}
