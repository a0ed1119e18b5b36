package dev.newsfan.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsfan.config.Configs;
import dev.newsfan.config.NewsfanConfig;
import dev.newsfan.config.PolicySettings;
import dev.newsfan.policy.AnswerCache;
import dev.newsfan.policy.Backoff;
import dev.newsfan.policy.Breaker;
import dev.newsfan.policy.Bulkhead;
import dev.newsfan.policy.FakeStore;
import dev.newsfan.policy.Freshness;
import dev.newsfan.policy.Hedge;
import dev.newsfan.policy.ManualTiming;
import dev.newsfan.policy.Policy;
import dev.newsfan.policy.PolicyEvents;
import dev.newsfan.policy.RateLimit;
import dev.newsfan.policy.Retry;
import dev.newsfan.policy.Share;
import dev.newsfan.policy.SharedCache;
import dev.newsfan.policy.SharedRateLimit;
import dev.newsfan.policy.SharedStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyOrderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Map<String, String> ALL_ON = Map.of(
            "newsfan.hedge-after", "p95",
            "newsfan.retries", "1",
            "newsfan.breaker", "true",
            "newsfan.backoff", "true",
            "newsfan.bulkhead", "5",
            "newsfan.max-rate", "30/1m");

    private final ManualTiming timing = new ManualTiming();

    private List<Policy> policies(SharedStore store) {
        NewsfanConfig config = Configs.with(ALL_ON).getConfigMapping(NewsfanConfig.class);
        var means = new Source.Means(null, timing, new AnswerCache(1 << 20), store, null, null, 1, 2);
        var place = new SharedCache.Place(_ -> "wire:1", _ -> Uni.createFrom().nothing(), TIMEOUT);
        return new Policies("wire", PolicySettings.of(config, config), means, place, TIMEOUT, new PolicyEvents())
                .outermostFirst();
    }

    @Test
    void standAroundEachOtherInTheOrderThatIsTold() {
        assertThat(policies(SharedStore.NONE))
                .hasExactlyElementsOfTypes(
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
    void reachTheStoreOfAllReplicasIfThereIsOne() {
        assertThat(policies(new FakeStore(timing)))
                .hasExactlyElementsOfTypes(
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
}
